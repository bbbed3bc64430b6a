import { eventually } from '@passerelle/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Started } from './house';
import { parcelStore, type Effect } from './scale';

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
    const effects = this.listener.connection
      .db!.collection<Effect>('effects')
      .watch([], { maxAwaitTimeMS: 200 });
    const { sent } = this;
    const before = sent.size;
    const delays = new Map<string, number>();
    effects.on('change', (change) => {
      if (change.operationType !== 'insert' || !sent.has(change.fullDocument.key)) return;
      delays.set(change.fullDocument.key, Date.now() - change.fullDocument.decidedAt.getTime());
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
    await effects.close();
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
