import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Permanence } from '../../api/answers/legal-access';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import type { Problem } from '../../api/problem';
import { useKept } from '../../app/kept-forms';
import { tellDone } from '../../app/undo';
import { Button, buttonClass } from '../../ui/button';
import { Card } from '../../ui/card';
import { ProblemNote } from '../../ui/problem-note';
import { LawHead } from '../law-head';
import type { LawTopic } from '../law-words';
import { usePlaces } from '../reads';
import { useReadLawAgain } from '../request-acts';
import { DatesPreview } from './dates-preview';
import { bodyOf, emptyForm, isStarted, missing } from './permanence-form';
import { RhythmFields } from './rhythm-fields';
import { WhereAndWhoFields } from './where-and-who-fields';

const route = getRouteApi('/acces-au-droit/permanences/nouvelle');

/** A regular permanence: where, who, which days; its dates are shown before anything is saved. */
export function NewPermanencePage() {
  const { sujet } = route.useSearch();
  const start = () => emptyForm(crypto.randomUUID(), sujet as LawTopic | undefined);
  const { value: form, set: setForm, forget } = useKept(['permanence', sujet].join(':'), start, isStarted);
  const [asked, ask] = useState(false);
  const places = usePlaces();
  const offered = places.data?.items ?? [];
  const place = offered.find(({ id }) => id === form.placeId);
  const act = useOpening(forget);
  const lacking = missing(form, place?.rooms ?? []);
  const faults = new Map([...(act.error?.fields ?? []), ...(asked ? lacking : [])]);
  const send = () => {
    ask(true);
    if (lacking.size === 0) act.mutate(bodyOf(form));
  };
  const fields = { form, change: (part: Partial<typeof form>) => setForm({ ...form, ...part }), faults };
  return (
    <>
      <LawHead
        title="Ouvrir une permanence"
        under="Ses créneaux s’ouvrent d’eux-mêmes, soixante jours à l’avance"
      />
      {places.error && <ProblemNote error={places.error} onRetry={() => void places.refetch()} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-5">
          <Card title="Où et avec qui">
            <WhereAndWhoFields {...fields} places={offered} place={place} />
          </Card>
          <Card title="Quand">
            <RhythmFields {...fields} />
          </Card>
        </div>
        <DatesPreview form={form} place={place} />
        <div className="flex flex-col gap-4">
          <Refused error={act.error} lacking={asked ? lacking : undefined} />
          <div className="flex flex-wrap gap-2">
            <Button look="filled" isDisabled={act.isPending} onPress={send}>
              Ouvrir la permanence
            </Button>
            <Link to="/acces-au-droit/permanences" className={buttonClass('quiet')} onClick={forget}>
              Renoncer
            </Link>
          </div>
        </div>
      </div>
    </>
  );
}

interface RefusedProps {
  readonly error: Problem | null;
  readonly lacking: ReadonlyMap<string, string> | undefined;
}

function Refused({ error, lacking }: RefusedProps) {
  if (lacking && lacking.size > 0) {
    return (
      <p role="alert" className="text-bad">
        Il manque {lacking.size === 1 ? 'une chose' : `${lacking.size} choses`} :{' '}
        {[...lacking.values()].join(' ')}
      </p>
    );
  }
  return error && <ProblemNote error={error} />;
}

function useOpening(forget: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const readAgain = useReadLawAgain();
  return useMutation<Permanence, Problem, ReturnType<typeof bodyOf>>({
    mutationFn: (body) => answer<Permanence>(api.POST('/api/legal-access/permanences', { body })),
    onSuccess: () => {
      forget();
      tellDone('La permanence est ouverte : les personnes qui attendaient reçoivent ses premières dates.');
      void navigate({ to: '/acces-au-droit/permanences' });
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.permanences }), readAgain()]),
  });
}
