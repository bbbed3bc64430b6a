import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client';
import { keys } from '../api/keys';

/** A person's ids, separated by commas as filters take them: services keep the one that they heard, whatever was merged since. */
export function useFileIds(personId: string | undefined): { ids: string | undefined; isReady: boolean } {
  const { data } = useQuery({
    queryKey: [...keys.persons, 'files', personId],
    enabled: personId !== undefined,
    queryFn: () =>
      read<{ readonly ids: readonly string[] }>('/api/people/persons/{id}/files', {
        path: { id: personId ?? '' },
      }),
  });
  return { ids: data?.ids.join(','), isReady: personId === undefined || data !== undefined };
}
