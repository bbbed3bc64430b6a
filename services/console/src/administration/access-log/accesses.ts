import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Accesses } from '../../api/answers/administration';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useFileIds } from '../../people/files';
import type { AccessFilters } from './access-filters';

export function queryOf({ agent, du, au }: AccessFilters, personIds: string | undefined) {
  return { actor: agent, from: du, to: au, personIds };
}

export const readAccesses = (asked: ReturnType<typeof queryOf>, limit: number) =>
  read<Accesses>('/api/access-log', { query: { ...asked, limit } });

/** Latest first, of every service that answers. */
export function useAccesses(filters: AccessFilters, limit: number) {
  const { ids, isReady } = useFileIds(filters.personne);
  const asked = queryOf(filters, ids);
  return {
    asked,
    list: useQuery({
      queryKey: [...keys.accesses, asked, limit],
      enabled: isReady,
      placeholderData: keepPreviousData,
      queryFn: () => readAccesses(asked, limit),
    }),
  };
}
