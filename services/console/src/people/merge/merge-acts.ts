import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import { asProblem } from '../../api/problem';
import { tellDone } from '../../app/undo';

interface Moved {
  readonly id: string;
  readonly version: number;
}

const merge = ({ id, version }: Moved, into: string) =>
  answer<Moved>(
    api.POST('/api/people/persons/{id}/merge', { params: { path: { id } }, body: { into, version } }),
  );

const unmerge = ({ id, version }: Moved) =>
  answer<Moved>(
    api.POST('/api/people/persons/{id}/unmerge', { params: { path: { id } }, body: { version } }),
  );

/** Every list that shows a name may show another one now. */
function useReadAgain() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [keys.persons, keys.needs, keys.requests].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** `file` is treated as `into` from now on; both keep their contents, so that it is undone by one press. */
export function useMerge(onDone: (keptId: string) => void) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: ({ file, into }: { readonly file: Moved; readonly into: string }) => merge(file, into),
    onSuccess: (merged, { into }) => {
      tellDone('Les deux fiches sont réunies.', () => unmerge(merged).then(readAgain));
      onDone(into);
    },
    onSettled: readAgain,
  });
}

/** Two different people after all; undone by merging again. */
export function useUnmerge(keptId: string) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: unmerge,
    onSuccess: (apart) =>
      tellDone('Les deux fiches sont séparées.', () => merge(apart, keptId).then(readAgain)),
    onError: (error) => tellDone(asProblem(error).message),
    onSettled: readAgain,
  });
}
