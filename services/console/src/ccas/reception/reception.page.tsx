import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type RefObject } from 'react';
import { keys } from '../../api/keys';
import type { Problem } from '../../api/problem';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { fullName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { undoing, withdraw } from '../need-acts';
import { faultsOf, isStarted, newNeed, useDraft, type Draft, type Fault, type NeedDraft } from './draft';
import { FaultSummary } from './fault-summary';
import { LastStep } from './last-step';
import { NeedStep } from './need-step';
import { PersonStep } from './person-step';
import { save, type Saved } from './save';

const route = getRouteApi('/ccas/noter');

/** Somebody is across the desk: who they are, what they need, and what will follow, in one screen. */
export function ReceptionPage() {
  const { personne } = route.useSearch();
  return <ReceptionForm key={personne ?? 'whoever comes'} personId={personne} />;
}

function ReceptionForm({ personId }: { readonly personId: string | undefined }) {
  const { draft, change, clear } = useDraft(personId);
  const [asked, ask] = useState(false);
  const saving = useSave(clear);
  const summary = useRef<HTMLDivElement>(null);
  const faults = asked ? faultsOf(draft) : [];
  const submit = () => {
    ask(true);
    if (faultsOf(draft).length === 0) saving.mutate(draft);
    else showFaults(summary);
  };
  return (
    <form
      noValidate
      className="mx-auto max-w-3xl"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <PageHead title="Noter un besoin" under="La personne, ce qu’elle dit, et ce qui va suivre.">
        {isStarted(draft) && (
          <Button look="quiet" onPress={clear}>
            Tout effacer
          </Button>
        )}
      </PageHead>
      <div className="flex flex-col gap-4">
        <div ref={summary} tabIndex={-1} className="outline-none empty:hidden">
          {faults.length > 0 && <FaultSummary faults={faults} />}
        </div>
        <PersonStep draft={draft} change={change} faults={faults} refused={saving.error} />
        <Needs draft={draft} change={change} faults={faults} />
        <LastStep draft={draft} change={change} faults={faults} />
        {saving.error && <ProblemNote error={saving.error} />}
        <div className="flex justify-end">
          <Button type="submit" look="filled" hotkey="Ctrl Entrée" isDisabled={saving.isPending}>
            {saving.isPending ? 'Enregistrement…' : 'Enregistrer'}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Once the summary is there, it takes the focus: the way to each fault begins there. */
function showFaults(summary: RefObject<HTMLDivElement | null>): void {
  requestAnimationFrame(() => summary.current?.focus());
}

interface NeedsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly faults: readonly Fault[];
}

function Needs({ draft, change, faults }: NeedsProps) {
  const [added, setAdded] = useState<string>();
  const { needs } = draft;
  const put = (id: string, part: Partial<NeedDraft>) =>
    change({ needs: needs.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  const add = () => {
    const another = newNeed();
    setAdded(another.id);
    change({ needs: [...needs, another] });
  };
  return (
    <>
      {needs.map((need, at) => (
        <NeedStep
          key={need.id}
          need={need}
          place={at + 1}
          of={needs.length}
          onChange={(part) => put(need.id, part)}
          onRemove={() => change({ needs: needs.filter(({ id }) => id !== need.id) })}
          faults={faults}
          takesFocus={added === need.id}
        />
      ))}
      <div>
        <Button onPress={add}>Ajouter un autre besoin</Button>
      </div>
    </>
  );
}

function useSave(clear: () => void) {
  // Who only receives may note, not take back.
  const mayUndo = useMay()('change', 'need');
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation<Saved, Problem, Draft>({
    mutationFn: save,
    onSuccess: ({ person, needs }) => {
      clear();
      void client.invalidateQueries({ queryKey: keys.needs });
      const undo = () =>
        Promise.all(
          needs.map(({ id }) => undoing(id, (need) => withdraw(need, 'Annulé aussitôt après la saisie'))),
        );
      const what = needs.length === 1 ? 'Besoin noté' : `${needs.length} besoins notés`;
      tellDone(`${what} pour ${fullName(person)}.`, mayUndo ? undo : undefined);
      return navigate({ to: '/personnes/$personId', params: { personId: person.id } });
    },
  });
}
