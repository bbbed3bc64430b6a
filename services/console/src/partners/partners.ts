import { useQuery } from '@tanstack/react-query';
import type { List } from '../api/answers/list';
import type { Partner } from '../api/answers/partners';
import { read } from '../api/client';
import { keys } from '../api/keys';
import { useMay } from '../app/session';

const atMost = 500;

/** The whole directory, in the order in which partners are asked. */
export function usePartners() {
  const may = useMay();
  return useQuery({
    queryKey: keys.partners,
    enabled: may('list', 'partner'),
    staleTime: 60_000,
    queryFn: () => read<List<Partner>>('/api/directory/partners', { query: { limit: atMost } }),
  });
}

/** What partners are called. */
export function usePartnerNames(): (id: string | undefined) => string {
  const { data } = usePartners();
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (id) => names.get(id ?? '') ?? 'un partenaire';
}
