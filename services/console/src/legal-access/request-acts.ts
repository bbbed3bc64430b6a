import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LegalRequest } from '../api/answers/legal-access';
import { answer, api, read } from '../api/client';
import { keys } from '../api/keys';
import type { Problem } from '../api/problem';
import { tellDone } from '../app/undo';
import { moment } from '../ui/dates';

export interface ChosenSlot {
  readonly sessionId: string;
  readonly startsAt: string;
}
type Which = Pick<LegalRequest, 'needId' | 'version'>;

const of = (needId: string) => ({ params: { path: { needId } } });
const only = ({ sessionId, startsAt }: ChosenSlot) => ({ sessionId, startsAt });

export const book = ({ needId, version }: Which, slot: ChosenSlot) =>
  answer<LegalRequest>(
    api.POST('/api/legal-access/requests/{needId}/book', {
      ...of(needId),
      body: { version, ...only(slot) },
    }),
  );

export const move = ({ needId, version }: Which, slot: ChosenSlot) =>
  answer<LegalRequest>(
    api.POST('/api/legal-access/requests/{needId}/move', {
      ...of(needId),
      body: { version, ...only(slot) },
    }),
  );

export const cancel = ({ needId, version }: Which, wantsAnother: boolean) =>
  answer<LegalRequest>(
    api.POST('/api/legal-access/requests/{needId}/cancel-appointment', {
      ...of(needId),
      body: { version, wantsAnother },
    }),
  );

export const confirm = ({ needId, version }: Which) =>
  answer<LegalRequest>(
    api.POST('/api/legal-access/requests/{needId}/confirm', { ...of(needId), body: { version } }),
  );

export const giveBack = ({ needId, version }: Which) =>
  answer<LegalRequest>(
    api.POST('/api/legal-access/requests/{needId}/return', { ...of(needId), body: { version } }),
  );

export type Attendance = 'attended' | 'absent';
export const attend = (needId: string, attendance: Attendance) =>
  answer<LegalRequest>(
    api.POST('/api/legal-access/requests/{needId}/attendance', { ...of(needId), body: { attendance } }),
  );

/** Everything that shows requests, their slots or their queue is read again. */
export function useReadLawAgain() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [keys.requests, keys.sessions, keys.demands, keys.needs].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

type Undo = () => Promise<unknown>;

/** An act on a request: done at once, read again everywhere, said with its undo. A refusal reads again too. */
export function useRequestAct<Input>(
  act: (input: Input) => Promise<LegalRequest>,
  done: (after: LegalRequest, input: Input, withReading: (undo: Undo) => Undo) => void,
) {
  const readAgain = useReadLawAgain();
  return useMutation<LegalRequest, Problem, Input>({
    mutationFn: act,
    onSuccess: (after, input) => done(after, input, (undo) => () => undo().finally(readAgain)),
    onSettled: readAgain,
  });
}

/** The slot goes back to the queue, and the person waits again. */
export const undoBooking =
  (after: LegalRequest): Undo =>
  () =>
    cancel(after, true);

/** Back to the slot before, unless somebody has it meanwhile: the service says so. */
export function undoMove(after: LegalRequest, before: LegalRequest): Undo {
  return () => move(after, before.appointment!);
}

/** Once cancelled, the queue may have given another date at once: then that one is moved back. */
export function undoCancelling(before: LegalRequest): Undo {
  return async () => {
    const now = await read<LegalRequest>('/api/legal-access/requests/{needId}', {
      path: { needId: before.needId },
    });
    return now.status === 'placed' ? move(now, before.appointment!) : book(now, before.appointment!);
  };
}

export function tellPlaced(after: LegalRequest, undo: Undo): void {
  const { startsAt, placeName } = after.appointment!;
  tellDone(`Rendez-vous ${moment(startsAt)}, ${placeName}. La personne est prévenue.`, undo);
}

export function tellCancelled(after: LegalRequest, undo: Undo | undefined): void {
  if (after.status === 'placed') {
    const { startsAt, placeName } = after.appointment!;
    return tellDone(`Annulé ; le nouveau rendez-vous est ${moment(startsAt)}, ${placeName}.`, undo);
  }
  tellDone(
    after.status === 'waiting'
      ? 'Rendez-vous annulé : la personne attend une autre date.'
      : 'Rendez-vous annulé : la demande retourne au CCAS.',
    undo,
  );
}
