import type { Evidence } from '../evidence';
import type { Findings } from '../findings';
import type { Index } from '../index-of';

/** A copy of an older event after a newer one is an ordinary duplicate; a first appearance is not. */
export function disorderedTopics({ topics }: Evidence, findings: Findings): void {
  const seen = new Set<string>();
  const newest = new Map<string, number>();
  for (const { id, topic, partition, key, sequence, type } of topics.records) {
    if (seen.has(id)) continue;
    seen.add(id);
    const lane = `${topic} ${partition} ${key}`;
    const before = newest.get(lane) ?? 0;
    if (sequence < before) {
      findings.add(
        'disordered',
        `${type} ${id}, event ${sequence} of ${key}, came first after event ${before}`,
      );
    }
    newest.set(lane, Math.max(before, sequence));
  }
}

/** Of one aggregate in a consumer: what a key's later event caused lies after what its earlier one of that type caused. */
export function disorderedEffects({ stories, entries }: Index, findings: Findings): void {
  for (const [story, told] of stories) {
    if (told[0]?.aggregate === 'delivery') continue;
    const newest = new Map<string, number>();
    for (const { causationId, service, type } of told) {
      const cause = entries.get(causationId);
      if (!cause || cause.service === service) continue;
      const lane = `${cause.aggregate} ${cause.aggregateId} ${cause.type}`;
      const before = newest.get(lane) ?? 0;
      if (cause.sequence < before) {
        findings.add(
          'disordered',
          `${story}: ${type} follows from event ${cause.sequence} of ${cause.aggregateId}, and came after what event ${before} caused`,
        );
      }
      newest.set(lane, Math.max(before, cause.sequence));
    }
  }
}
