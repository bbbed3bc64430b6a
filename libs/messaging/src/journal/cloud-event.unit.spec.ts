import { defineEvent, type EventContract } from '@passerelle/contracts';
import fc from 'fast-check';
import { z } from 'zod';
import { contractKey, readMessage, toMessage } from './cloud-event';
import type { JournalEntry } from './journal-entry';

const Raised = defineEvent({
  type: 'Raised',
  version: 2,
  topic: 'tally.counter',
  key: 'counterId',
  summary: 'A counter went up.',
  schema: z.object({ counterId: z.string(), total: z.int(), unit: z.string().optional() }),
  upcasts: {
    1: (older: { counterId: string; sum: number }) => ({ counterId: older.counterId, total: older.sum }),
  },
});
const contracts = new Map([[contractKey('tally.counter', 'Raised'), Raised as unknown as EventContract]]);

const entry: JournalEntry = {
  _id: 'event-1',
  aggregate: 'counter',
  aggregateId: 'counter-1',
  sequence: 3,
  type: 'Raised',
  data: {},
  territory: '91645',
  actor: 'agent-1',
  correlationId: 'correlation-1',
  causationId: 'command-1',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  at: new Date('2026-11-24T08:00:00Z'),
  publication: {
    topic: 'tally.counter',
    type: 'Raised',
    version: 2,
    data: { counterId: 'counter-1', total: 5 },
  },
};

const sent = (over: Partial<JournalEntry> = {}) => {
  const { key, value, headers } = toMessage('tally', { ...entry, ...over }, 7);
  const inBuffers = Object.fromEntries(
    Object.entries(headers ?? {}).map(([k, v]) => [k, Buffer.from(String(v))]),
  );
  return { key: Buffer.from(String(key)), value: Buffer.from(String(value)), headers: inBuffers };
};
const read = (message: Parameters<typeof readMessage>[0]) => readMessage(message, 'tally.counter', contracts);

describe('an event on the wire', () => {
  it('comes back as it was decided', () => {
    expect(read(sent())).toEqual({
      kind: 'event',
      event: {
        id: 'event-1',
        type: 'Raised',
        version: 2,
        source: 'tally',
        topic: 'tally.counter',
        key: 'counter-1',
        sequence: 3,
        time: entry.at,
        territory: '91645',
        correlationId: 'correlation-1',
        causationId: 'command-1',
        actor: 'agent-1',
        traceparent: entry.traceparent,
        data: { counterId: 'counter-1', total: 5 },
      },
    });
  });

  it('carries the fence of the relay that sent it', () => {
    expect(toMessage('tally', entry, 7).headers).toMatchObject({ ce_fence: '7', ce_specversion: '1.0' });
  });

  it('is lifted from an older version', () => {
    const older = { ...entry.publication!, version: 1, data: { counterId: 'counter-1', sum: 5 } };
    expect(read(sent({ publication: older }))).toMatchObject({ event: { data: { total: 5 } } });
  });

  it('keeps an optional field that this build knows, and drops one that it does not', () => {
    const data = { counterId: 'counter-1', total: 5, unit: 'x', colour: 'red' };
    expect(read(sent({ publication: { ...entry.publication!, data } }))).toMatchObject({
      event: { data: { counterId: 'counter-1', total: 5, unit: 'x' } },
    });
  });

  it('of an unknown type or version is told apart from garbage', () => {
    const newer = { ...entry.publication!, version: 9 };
    expect(read(sent({ publication: newer }))).toMatchObject({
      kind: 'unknown',
      event: { type: 'Raised', version: 9, key: 'counter-1', data: undefined },
    });
    const other = { ...entry.publication!, type: 'Lowered' };
    expect(read(sent({ publication: other }))).toMatchObject({ kind: 'unknown', event: { type: 'Lowered' } });
  });

  it('never throws and never quotes a value, whatever comes', () => {
    const header = fc.oneof(
      fc.string(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.constant(undefined),
    );
    const known = fc.constantFrom(...Object.keys(sent().headers), '__proto__', '$where', 'constructor');
    fc.assert(
      fc.property(
        fc.option(fc.uint8Array()),
        fc.option(fc.oneof(fc.json(), fc.string())),
        fc.dictionary(known, header),
        fc.boolean(),
        (key, value, headers, withGoodHeaders) => {
          const outcome = read({
            key: key && Buffer.from(key),
            value: value === null ? null : Buffer.from(value),
            headers: { ...(withGoodHeaders && sent().headers), ...headers } as never,
          });
          if (outcome.kind !== 'unreadable') return;
          if (value && value.length > 12) expect(outcome.why).not.toContain(value);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
