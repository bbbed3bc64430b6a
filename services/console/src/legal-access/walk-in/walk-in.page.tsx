import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { emptyDraft, personFaults, type Draft, type Fault } from '../../ccas/reception/draft';
import { PersonStep } from '../../ccas/reception/person-step';
import { tellDone } from '../../app/undo';
import { fullName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { clock } from '../../ui/dates';
import { Listed } from '../../ui/listed';
import { useNow } from '../../ui/now';
import { ProblemNote } from '../../ui/problem-note';
import { LawHead } from '../law-head';
import type { LawTopic } from '../law-words';
import { useDayList, useRequests } from '../reads';
import { NothingToday } from './nothing-today';
import { undoReceiving, useReceive } from './receive';
import { firstPlace, type DaySession } from './room-left';
import { SessionStep } from './session-step';

const route = getRouteApi('/acces-au-droit/sans-rendez-vous');
const lookAgainMs = 30_000;

/** Somebody is at the desk without an appointment: a free place of a session of today, at once. */
export function WalkInPage() {
  const { seance } = route.useSearch();
  const today = useDayList('today');
  const now = useNow(lookAgainMs);
  const open = (today.data?.items ?? []).filter((session) => firstPlace(session, now) !== undefined);
  return (
    <div className="mx-auto max-w-3xl">
      <LawHead
        title="Sans rendez-vous"
        under="La personne est là : la première place libre du jour est pour elle."
      />
      {open.length > 0 ? (
        <Form sessions={open} first={seance} now={now} />
      ) : (
        <Listed asked={today} isEmpty empty={<NothingToday />}>
          {null}
        </Listed>
      )}
    </div>
  );
}

interface FormProps {
  readonly sessions: readonly DaySession[];
  readonly first: string | undefined;
  readonly now: number;
}

function Form({ sessions, first, now }: FormProps) {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(undefined));
  const [sessionId, setSession] = useState(first ?? (sessions.length === 1 ? sessions[0]!.id : ''));
  const [topic, setTopic] = useState('');
  const [asked, ask] = useState(false);
  const session = sessions.find(({ id }) => id === sessionId);
  const waiting = useWaitingOf(draft.person, session);
  // What they wait for already is proposed; a session of one topic asks nothing.
  const chosen = topic || waiting?.topic || (session?.topics.length === 1 ? session.topics[0]! : '');
  const known = waiting?.topic === chosen ? waiting : undefined;
  const navigate = useNavigate();
  const act = useReceive((received) => {
    const { startsAt, placeName } = received.request.appointment!;
    const sentence = `${fullName(received.person)} passe à ${clock(startsAt)}, ${placeName}.`;
    tellDone(sentence, undoReceiving(received, known !== undefined));
    void navigate({ to: '/acces-au-droit/liste', search: { jour: 'aujourdhui' } });
  });
  const faults = missingIn(draft, session, chosen);
  const send = () => {
    ask(true);
    if (faults.length > 0 || !session) return;
    const needId = known?.needId ?? draft.needs[0]!.id;
    act.mutate({ draft, sessionId: session.id, topic: chosen as LawTopic, needId });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <PersonStep
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        faults={asked ? faults : []}
        refused={act.error}
      />
      <SessionStep
        id={`words-${draft.needs[0]!.id}`}
        {...{ sessions, session, now, waiting, topic: chosen }}
        onSession={setSession}
        onTopic={setTopic}
        faults={asked ? faults : []}
      />
      {act.error && <ProblemNote error={act.error} />}
      <div className="flex justify-end">
        <Button type="submit" look="filled" isDisabled={act.isPending}>
          {act.isPending ? 'Enregistrement…' : 'Donner cette place'}
        </Button>
      </div>
    </form>
  );
}

/** Their request, when they wait already for something that this session is about. */
function useWaitingOf(person: Draft['person'], session: DaySession | undefined) {
  const requests = useRequests('waiting').data?.items ?? [];
  if (person.kind !== 'known' || !session) return undefined;
  return requests.find(({ personId, topic }) => personId === person.id && session.topics.includes(topic));
}

function missingIn({ person }: Draft, session: DaySession | undefined, topic: string): Fault[] {
  return [
    ...personFaults(person),
    ...(session ? [] : [{ field: 'session', sentence: 'Choisissez une séance.' }]),
    ...(session && topic === '' ? [{ field: 'topic', sentence: 'Choisissez un sujet.' }] : []),
  ];
}
