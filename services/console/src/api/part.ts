import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from './client';

/** Rows on one page of a list. */
export const pageSize = 50;

/**
 * One page of a filtered list. Until the next is read, the one before stays; `part` says which one the rows are of, so that a
 * steady list (`ui/steady.ts`) takes other rows for another part and not for arrivals.
 */
export function usePart<List>(
  path: Parameters<typeof read>[0],
  queryKey: readonly unknown[],
  asked: Readonly<Record<string, string | number | boolean | undefined>>,
  page: number,
) {
  return useQuery({
    queryKey,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { ...asked, limit: pageSize, offset: (page - 1) * pageSize };
      return { part: JSON.stringify(query), ...(await read<List>(path, { query })) };
    },
  });
}
