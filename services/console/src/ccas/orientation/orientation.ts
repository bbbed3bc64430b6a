import { useQuery } from '@tanstack/react-query';
import type { FreeSlot } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import type { OfferedTopic } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { fieldOf, type Topic } from '../topics';
import { withinReach, type Demand, type Orientation } from './within-reach';

/** Which topics a service takes here. */
export function useOfferedTopics(): ReadonlyMap<string, OfferedTopic> | undefined {
  const { data } = useQuery({
    queryKey: keys.topics,
    staleTime: 300_000,
    queryFn: () => read<List<OfferedTopic>>('/api/ccas/topics'),
  });
  return data && new Map(data.items.map((offered) => [offered.topic, offered]));
}

export function useOrientation(topic: Topic): Orientation | undefined {
  const offered = useOfferedTopics()?.get(topic);
  const isLaw = fieldOf(topic)?.field === 'legal-access';
  const may = useMay();
  const slots = useQuery({
    queryKey: keys.slots(topic),
    enabled: isLaw,
    queryFn: () => read<List<FreeSlot>>('/api/legal-access/slots', { query: { topic, limit: 1 } }),
  });
  const demands = useQuery({
    queryKey: keys.demands,
    enabled: isLaw && may('list', 'demand'),
    queryFn: () => read<List<Demand>>('/api/legal-access/demands'),
  });
  if (!offered) return undefined;
  if (!offered.served) return { kind: 'unserved', fieldLabel: offered.fieldLabel };
  if (!slots.data || demands.isLoading) return undefined;
  const demand = demands.data?.items.find((one) => one.topic === topic);
  return withinReach(slots.data.items[0], demand);
}
