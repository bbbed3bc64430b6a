import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Need, NeedFile } from '../api/answers/needs';
import { answer, api, read } from '../api/client';
import { keys } from '../api/keys';
import { Problem } from '../api/problem';
import { tellDone } from '../app/undo';
import { topicLabel, type Topic } from './topics';
import { guillemets } from '../ui/guillemets';

type Which = Pick<Need, 'id' | 'version'>;

const of = ({ id }: Which) => ({ params: { path: { id } } });

export const classify = (need: Which, topic: Topic) =>
  answer<Need>(
    api.POST('/api/ccas/needs/{id}/classify', { ...of(need), body: { version: need.version, topic } }),
  );

export const reorient = (need: Which, topic: Topic, reason: string) =>
  answer<Need>(
    api.POST('/api/ccas/needs/{id}/reorient', {
      ...of(need),
      body: { version: need.version, topic, reason },
    }),
  );

export const withdraw = (need: Which, reason: string) =>
  answer<Need>(
    api.POST('/api/ccas/needs/{id}/withdraw', { ...of(need), body: { version: need.version, reason } }),
  );

/**
 * An undo is about the need as it now is: what a service did meanwhile has changed its version, and may change it again
 * while this is on its way.
 */
export async function undoing(id: string, act: (need: Need) => Promise<Need>): Promise<Need> {
  for (let tries = 1; ; tries += 1) {
    const need = await read<NeedFile>('/api/ccas/needs/{id}', { path: { id }, forCommand: true });
    try {
      return await act(need);
    } catch (error) {
      if (!(error instanceof Problem && error.isStale) || tries === 5) throw error;
    }
  }
}

export type Outcome = 'met' | 'returned' | 'expired' | 'duplicate';

export const close = (need: Which, outcome: Outcome) =>
  answer<Need>(
    api.POST('/api/ccas/needs/{id}/close', { ...of(need), body: { version: need.version, outcome } }),
  );

export const addNote = (needId: string, noteId: string, text: string) =>
  answer<Need>(
    api.POST('/api/ccas/needs/{id}/notes', { params: { path: { id: needId } }, body: { id: noteId, text } }),
  );

/** An act on a need: done at once, read again everywhere, said with its undo. */
export function useNeedAct<Input>(
  act: (input: Input) => Promise<Need>,
  done: (need: Need, input: Input) => void,
) {
  const client = useQueryClient();
  return useMutation<Need, Problem, Input>({
    mutationFn: act,
    onSuccess: done,
    // A refusal too says that what is on the screen is not what is.
    onSettled: (need) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.needs }),
        client.invalidateQueries({ queryKey: need ? keys.need(need.id) : keys.oneNeed }),
      ]),
  });
}

/** Sent elsewhere by mistake: the command that compensates sends it back to where it was. */
export function tellReoriented(after: Need, before: Need, topic: Topic): void {
  const back = before.topic as Topic | null;
  const undo =
    back === null
      ? undefined
      : () => undoing(after.id, (need) => reorient(need, back, 'Réorientation annulée aussitôt'));
  tellDone(`Réorienté vers ${guillemets(topicLabel(topic))}.`, undo);
}
