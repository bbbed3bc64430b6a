import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LegalRequest } from '../../api/answers/legal-access';
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
  const { choix } = route.useSearch();
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
        <Form sessions={open} first={choix} now={now} />
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
  const [sessionId, setSession] = useState(first ?? onlyOne(sessions.map(({ id }) => id)));
  const [topic, setTopic] = useState('');
  const [asked, ask] = useState(false);
  const session = sessions.find(({ id }) => id === sessionId);
  const waiting = useWaitingOf(draft.person, session);
  const about = topic || topicFor(waiting, session);
  const act = useGivenPlace(waiting);
  const faults = missingIn(draft, session, about);
  const shown = asked ? faults : [];
  const send = () => {
    ask(true);
    if (faults.length > 0 || !session) return;
    const needId = waiting?.topic === about ? waiting.needId : draft.needs[0]!.id;
    act.mutate({ draft, sessionId: session.id, topic: about as LawTopic, needId });
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
        faults={shown}
        refused={act.error}
      />
      <SessionStep
        id={`words-${draft.needs[0]!.id}`}
        {...{ sessions, session, now, waiting, topic: about }}
        onSession={setSession}
        onTopic={setTopic}
        faults={shown}
      />
      {act.error && <ProblemNote error={act.error} />}
      <div className="flex justify-end">
        <Button type="submit" look="filled" isDisabled={act.isPending}>
          Donner cette place
        </Button>
      </div>
    </form>
  );
}

/** Said with its undo, on the list where they now stand. */
function useGivenPlace(waiting: LegalRequest | undefined) {
  const navigate = useNavigate();
  return useReceive((received, { needId }) => {
    const { startsAt, placeName } = received.request.appointment!;
    const sentence = `${fullName(received.person)} passe à ${clock(startsAt)}, ${placeName}.`;
    tellDone(sentence, undoReceiving(received, needId === waiting?.needId));
    void navigate({ to: '/acces-au-droit/liste', search: { jour: 'aujourdhui' } });
  });
}

/** Their request, when they wait already for something that this session is about. */
function useWaitingOf(person: Draft['person'], session: DaySession | undefined) {
  const requests = useRequests('waiting').data?.items ?? [];
  if (person.kind !== 'known' || !session) return undefined;
  return requests.find(({ personId, topic }) => personId === person.id && session.topics.includes(topic));
}

/** What they wait for already; a session of one topic asks nothing. */
function topicFor(waiting: LegalRequest | undefined, session: DaySession | undefined): string {
  return waiting?.topic ?? onlyOne(session?.topics ?? []);
}

const onlyOne = (words: readonly string[]): string => (words.length === 1 ? words[0]! : '');

function missingIn({ person }: Draft, session: DaySession | undefined, topic: string): Fault[] {
  return [
    ...personFaults(person),
    ...(session ? [] : [{ field: 'session', sentence: 'Choisissez une séance.' }]),
    ...(session && topic === '' ? [{ field: 'topic', sentence: 'Choisissez un sujet.' }] : []),
  ];
}
