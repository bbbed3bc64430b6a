import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ParkedEvent } from '../../api/answers/administration';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';

/** Each service has the same two commands under its own name. */
type Command = Extract<keyof import('../../api/schema').paths, `/api/ccas/parked/{id}/${string}`>;

function order<Shape>(
  { service, id }: ParkedEvent,
  act: 'replay' | 'discard',
  body?: object,
): Promise<Shape> {
  const address = `/api/${service}/parked/{id}/${act}` as Command;
  const post = api.POST as (path: string, init: object) => ReturnType<typeof api.POST>;
  return answer<Shape>(post(address, { params: { path: { id } }, ...(body && { body }) }));
}

export const replay = (parked: ParkedEvent) => order<{ replayed: number }>(parked, 'replay');
export const discard = (parked: ParkedEvent, reason: string) =>
  order<{ discarded: string }>(parked, 'discard', { reason });

/** Whatever comes of it, the list is read again: somebody else may have been quicker. */
export function useParkedAct<Input, Result>(
  act: (input: Input) => Promise<Result>,
  onDone: (result: Result) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: keys.parkedEvents }),
  });
}
