import type { Message } from 'kafkajs';
import type { Entry } from './storage';

/** The same CloudEvent on the wire as ours, header by header. */
export function toMessage(entry: Entry): Message {
  const { type, version, data } = entry.publication!;
  return {
    key: entry.aggregateId,
    value: JSON.stringify(data),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: entry._id,
      ce_source: 'ccas',
      ce_type: type,
      ce_dataversion: String(version),
      ce_subject: entry.aggregateId,
      ce_time: entry.at.toISOString(),
      ce_sequence: String(entry.sequence),
      ce_territory: entry.territory,
      ce_correlationid: entry.correlationId,
      ce_causationid: entry.causationId,
      ce_fence: '1',
      ...(entry.actor !== undefined && { ce_actor: entry.actor }),
    },
  };
}
