import { useQuery } from '@tanstack/react-query';
import type { FreeSlot } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import type { OfferedTopic } from '../../api/answers/needs';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { fieldOf, type Topic } from '../topics';

/** Which topics a service takes here. */
export function useOfferedTopics(): ReadonlyMap<string, OfferedTopic> | undefined {
  const { data } = useQuery({
    queryKey: keys.topics,
    staleTime: 300_000,
    queryFn: () => read<List<OfferedTopic>>('/api/ccas/topics'),
  });
  return data && new Map(data.items.map((offered) => [offered.topic, offered]));
}

interface Demand {
  readonly topic: string;
  readonly waitingCount: number;
  readonly threshold: number;
  readonly horizonDays: number;
}

/** Where the need would go, and what to tell the resident before anything is saved. */
export type Orientation =
  | { readonly kind: 'unserved'; readonly fieldLabel: string }
  | { readonly kind: 'free'; readonly slot: FreeSlot }
  | { readonly kind: 'waits'; readonly demand?: Demand; readonly later?: FreeSlot };

/** How far ahead the service books by itself, when nothing says otherwise. */
const usualHorizonDays = 21;

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

export function withinReach(
  slot: FreeSlot | undefined,
  demand: Demand | undefined,
  now = Date.now(),
): Orientation {
  const horizon = now + (demand?.horizonDays ?? usualHorizonDays) * 86_400_000;
  if (slot && Date.parse(slot.startsAt) <= horizon) return { kind: 'free', slot };
  return { kind: 'waits', demand, later: slot };
}
