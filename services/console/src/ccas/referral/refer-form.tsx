import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { NeedFile } from '../../api/answers/needs';
import type { PersonPage } from '../../api/answers/people';
import { tellDone } from '../../app/undo';
import { usePartnerNames } from '../../partners/partners';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ProblemNote } from '../../ui/problem-note';
import { LetterFields } from './letter-fields';
import { PartnerChoice } from './partner-choice';
import { draftFor, missingIn, type Draft } from './refer-draft';
import { refer, takeBack, useReferralAct } from './referral-acts';

const route = getRouteApi('/ccas/besoins/$needId/orienter');
/** What has a place of its own to be said at. */
const fields = ['partnerId', 'message', 'contact'];

interface ReferFormProps {
  readonly need: NeedFile;
  readonly person: PersonPage;
  readonly mayBeSent: boolean;
}

export function ReferForm({ need, person, mayBeSent }: ReferFormProps) {
  const { draft, set, faults, problem, isSending, submit } = useReferForm(need, person);
  return (
    <>
      <Partner topic={need.topic ?? ''} draft={draft} set={set} fault={faults.get('partnerId')} />
      <Card title="Ce que le partenaire lira">
        <div className="flex flex-col gap-4">
          <LetterFields person={person} draft={draft} set={set} faults={faults} />
          <p className="text-xs text-ink-3">
            Il verra aussi le sujet et l’urgence, par un lien signé qui s’arrête quand l’orientation est
            terminée. Sans réponse, il est relancé au bout de dix jours ; au bout de trente, le besoin vous
            revient.
          </p>
          {problem && <ProblemNote error={problem} />}
          <div>
            <Button look="filled" isDisabled={!mayBeSent || isSending} onPress={submit}>
              Envoyer au partenaire
            </Button>
            {!mayBeSent && (
              <p className="mt-2 text-warn">Notez d’abord l’accord de la personne, ci-dessus.</p>
            )}
          </div>
        </div>
      </Card>
    </>
  );
}

interface PartnerProps {
  readonly topic: string;
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly fault: string | undefined;
}

/** What is looked for is in the address: a reload finds it again. */
function Partner({ topic, draft, set, fault }: PartnerProps) {
  const { mots = '' } = route.useSearch();
  const navigate = useNavigate();
  return (
    <PartnerChoice
      topic={topic}
      words={mots}
      onWords={(words) =>
        void navigate({ from: route.id, search: words === '' ? {} : { mots: words }, replace: true })
      }
      chosen={draft.partnerId}
      onChoose={(partnerId) => set({ partnerId })}
      fault={fault}
    />
  );
}

function useReferForm(need: NeedFile, person: PersonPage) {
  const [draft, setDraft] = useState(() => draftFor(person));
  const [asked, ask] = useState(false);
  const send = useSend(need, draft);
  const missing = missingIn(draft);
  const refused: ReadonlyMap<string, string> = send.error?.fields ?? new Map();
  const isSaidThere = [...refused.keys()].some((field) => fields.includes(field));
  return {
    draft,
    set: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    faults: asked && missing.size > 0 ? missing : refused,
    problem: isSaidThere ? null : send.error,
    isSending: send.isPending,
    submit: () => {
      ask(true);
      if (missing.size === 0) send.mutate(undefined);
    },
  };
}

function useSend(need: NeedFile, { id, partnerId = '', message, contactWay, contact }: Draft) {
  const navigate = useNavigate();
  const nameOf = usePartnerNames();
  const form = { id, partnerId, message, contactWay, ...(contactWay === 'direct' && { contact }) };
  return useReferralAct(
    () => refer(need, form),
    (referral) => {
      tellDone(`Orienté vers ${nameOf(partnerId)}. Le mail part dans quelques secondes.`, () =>
        takeBack(referral),
      );
      void navigate({ to: '/ccas/besoins/$needId', params: { needId: need.id } });
    },
  );
}
