import { eventually } from '@passerelle/testing';
import type { JournalEntry } from '@passerelle/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Started } from './house';
import { parcelStore } from './scale';

const everyMs = 40;

export interface Delays {
  readonly events: number;
  readonly missing: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
}

/** Parcels that are weighed as every day, each of its own, and how long until the listener has durably noted them. */
export class GoodFlow {
  /** Keys, each of one event. */
  readonly sent = new Set<string>();

  constructor(
    private readonly scale: Started,
    private readonly listener: Started,
  ) {}

  async during(what: () => Promise<void>): Promise<Delays> {
    const store = parcelStore(this.scale.connection);
    const noted = this.listener.connection
      .db!.collection<JournalEntry>('journal')
      .watch<JournalEntry>([], { maxAwaitTimeMS: 200 });
    const { sent } = this;
    const before = sent.size;
    const delays = new Map<string, number>();
    noted.on('change', (change) => {
      if (change.operationType !== 'insert') return;
      const { key, decidedAt } = change.fullDocument.data as { key: string; decidedAt: Date };
      if (sent.has(key)) delays.set(key, Date.now() - decidedAt.getTime());
    });
    let going = true;
    const weighing = (async () => {
      for (let grams = 1; going; grams += 1) {
        const key = uuidv7();
        sent.add(key);
        await this.scale.messaging.unitOfWork.run({ territory: '91645', actor: 'agent' }, (tx) =>
          store.decide(tx, key, { grams: grams % 500 }),
        );
        await sleep(everyMs);
      }
    })();
    await what();
    going = false;
    await weighing;
    await eventually(() => expect(delays.size).toBe(sent.size - before), { withinMs: 10_000 }).catch(
      () => undefined,
    );
    await noted.close();
    const sorted = [...delays.values()].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    return {
      events: sent.size - before,
      missing: sent.size - before - delays.size,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      worstMs: sorted.at(-1)!,
    };
  }
}
