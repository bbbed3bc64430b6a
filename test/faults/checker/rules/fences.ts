import type { Evidence, Rec } from '../evidence';

/** The records of one send are made in one go; two sends are at least a round trip apart. */
const oneSendMs = 25;
/** The relay sends no more at once. */
const mostInOneSend = 500;

/**
 * Records whose fence is below one already in their partition, beyond what was in flight when its holder was struck: one send for
 * each fence, and no more of them than strikes.
 */
export function staleFences({ topics }: Evidence, strikes: number): number {
  const stale = new Map<string, Rec[]>();
  const highest = new Map<string, number>();
  let count = 0;
  for (const record of topics.records) {
    const lane = `${record.source} ${record.topic} ${record.partition}`;
    const before = highest.get(lane) ?? 0;
    highest.set(lane, Math.max(before, record.fence));
    if (record.fence >= before) continue;
    count += 1;
    const holder = `${record.source} ${record.fence}`;
    stale.set(holder, [...(stale.get(holder) ?? []), record]);
  }
  const inFlight = [...stale.values()].map(firstSend).sort((one, other) => other - one);
  return count - inFlight.slice(0, strikes).reduce((sum, size) => sum + size, 0);
}

/** How many of them one send may have held: made together, one run in each partition. */
function firstSend(records: readonly Rec[]): number {
  const byTime = [...records].sort((one, other) => one.madeAt - other.madeAt);
  const first = byTime[0]?.madeAt ?? 0;
  return Math.min(mostInOneSend, byTime.filter(({ madeAt }) => madeAt - first <= oneSendMs).length);
}
