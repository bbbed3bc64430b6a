import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FreeSlot, LegalRequest } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { Button } from '../../ui/button';
import { byDay, dayWords } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { clock, moment } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { focusTitle } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { roomAndProfession } from '../law-words';
import { book, move, tellPlaced, undoBooking, undoMove, useRequestAct } from '../request-acts';
import type { DatesSearch } from './dates-search';
import { NotPlaced } from './not-placed';

const shownAtMost = 100;

interface FreeDatesProps {
  readonly topic: string;
  readonly search: DatesSearch;
  readonly request: LegalRequest | undefined;
}

export function FreeDates({ topic, search: { des, endroit }, request }: FreeDatesProps) {
  const slots = useQuery({
    queryKey: [...keys.slots(topic), 'from', des],
    refetchOnWindowFocus: true,
    queryFn: () =>
      read<List<FreeSlot>>('/api/legal-access/slots', { query: { topic, from: des, limit: shownAtMost } }),
  });
  const act = usePlacing(request);
  if (slots.isPending) return <Loading />;
  if (slots.error && !slots.data)
    return <ProblemNote error={slots.error} onRetry={() => void slots.refetch()} />;
  const shown = slots.data.items.filter(({ placeName }) => endroit === undefined || placeName === endroit);
  const isMore = slots.data.items.length === shownAtMost;
  return (
    <>
      {act.error && (
        <NotPlaced
          error={act.error}
          slot={act.variables}
          next={shown[0]}
          isPending={act.isPending}
          choose={act.mutate}
        />
      )}
      <Card bare>
        {shown.length === 0 ? (
          <NoDate isElsewhere={endroit !== undefined && slots.data.items.length > 0} />
        ) : (
          <Days slots={shown} request={request} isPending={act.isPending} choose={act.mutate} />
        )}
      </Card>
      {isMore && (
        <p className="mt-2 text-xs text-ink-3">
          Les {shownAtMost} premières dates sont affichées. Pour voir plus loin, changez « À partir du ».
        </p>
      )}
    </>
  );
}

function usePlacing(request: LegalRequest | undefined) {
  return useRequestAct(
    (slot: FreeSlot) => (request!.status === 'placed' ? move(request!, slot) : book(request!, slot)),
    (after, _slot, withReading) => {
      const undo = request!.status === 'placed' ? undoMove(after, request!) : undoBooking(after);
      tellPlaced(after, withReading(undo));
      // The button that had the focus is gone with its slot.
      focusTitle();
    },
  );
}

function NoDate({ isElsewhere }: { readonly isElsewhere: boolean }) {
  if (isElsewhere) {
    return (
      <EmptyState title="Aucune date libre dans ce lieu">
        D’autres lieux en ont : choisissez « Tous les lieux ».
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Aucune date libre pour ce sujet">
      La personne reste dans la file : la première place libérée lui revient à son tour. Ce qui est demandé
      aux partenaires est dans{' '}
      <Link to="/acces-au-droit/attentes" className="link">
        les attentes par sujet
      </Link>
      .
    </EmptyState>
  );
}

interface DaysProps {
  readonly slots: readonly FreeSlot[];
  readonly request: LegalRequest | undefined;
  readonly isPending: boolean;
  readonly choose: (slot: FreeSlot) => void;
}

function Days({ slots, request, isPending, choose }: DaysProps) {
  const mayChange = useMay()('change-appointment', 'request');
  const isOpen = request?.status === 'waiting' || request?.status === 'placed';
  const verb = request?.status === 'placed' ? 'Déplacer ici' : 'Réserver';
  return byDay(slots, ({ startsAt }) => startsAt).map(([day, ofDay]) => (
    <section key={day} aria-label={dayWords(day)} className="border-b border-line last:border-b-0">
      <h2 className="px-4 pt-3 pb-1 font-semibold">{dayWords(day)}</h2>
      <ul>
        {ofDay.map((slot) => (
          <li
            key={slot.sessionId + slot.startsAt}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5"
          >
            <b className="w-20 font-semibold whitespace-nowrap">{clock(slot.startsAt)}</b>
            <div className="min-w-0 flex-1 basis-48">
              {slot.placeName}
              <div className="text-xs text-ink-3">{roomAndProfession(slot)}</div>
            </div>
            {mayChange && isOpen && (
              <Button
                look={slot === slots[0] ? 'filled' : 'plain'}
                aria-label={`${verb} : ${moment(slot.startsAt)}, ${slot.placeName}`}
                isDisabled={isPending}
                onPress={() => choose(slot)}
              >
                {verb}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}
