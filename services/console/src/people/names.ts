import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { List } from '../api/answers/list';
import type { NamedPerson } from '../api/answers/people';
import { read } from '../api/client';
import { keys } from '../api/keys';

/** The directory names two hundred people at a time. */
const atOnce = 200;

export async function namesOf(ids: readonly string[]): Promise<Map<string, NamedPerson>> {
  const unique = [...new Set(ids)].sort();
  const found = new Map<string, NamedPerson>();
  for (let from = 0; from < unique.length; from += atOnce) {
    const asked = unique.slice(from, from + atOnce).join(',');
    const { items } = await read<List<NamedPerson>>('/api/people/persons', { query: { ids: asked } });
    for (const person of items) found.set(person.id, person);
  }
  return found;
}

/** Names for a list of another service; services keep ids only. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, NamedPerson> | undefined {
  const unique = [...new Set(ids)].sort();
  const { data } = useQuery({
    queryKey: keys.names(unique),
    enabled: unique.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => namesOf(unique),
  });
  return data;
}
