import { sinkDatabaseOf, type Bench } from '../bench';
import { produceBacklog } from '../backlog';
import type { ContenderName } from '../contender';
import { countEffects, effectsReach } from '../effects';
import { median, say } from '../statistics';
import type { Section } from '../section';

interface Drain {
  /** From the first effect to the last. */
  readonly perSecond: number;
  /** From the start of the process. */
  readonly withStartPerSecond: number;
}

/** Events wait in the topic before the consumer's process starts; the source takes no part. */
export async function backlog(bench: Bench): Promise<Section> {
  const measured: Record<string, Drain>[] = [];
  for (let round = 0; round < bench.settings.rounds; round += 1) {
    const order: ContenderName[] = round % 2 === 0 ? ['ours', 'limit'] : ['limit', 'ours'];
    const drains: Record<string, Drain> = {};
    for (const name of order) drains[name] = await drain(bench, name);
    measured.push(drains);
    const words = order.map((name) => `${name} ${drains[name]!.perSecond.toFixed(0)}/s`);
    say(`backlog ${round + 1}/${bench.settings.rounds}: ${words.join(', ')}`);
  }
  const ratio = (of: keyof Drain) => measured.map(({ ours, limit }) => ours![of] / limit![of]);
  const rate = (name: string) => Math.round(median(measured.map((drains) => drains[name]!.perSecond)));
  return {
    ratios: {
      backlogDrainOverLimit: ratio('perSecond'),
      backlogDrainWithStartOverLimit: ratio('withStartPerSecond'),
    },
    figures: {
      backlogEvents: bench.settings.backlog,
      backlogPerSecond: { ours: rate('ours'), limit: rate('limit') },
    },
  };
}

async function drain(bench: Bench, name: ContenderName): Promise<Drain> {
  const { backlog: count } = bench.settings;
  const prefix = await bench.prefixFor(name);
  await produceBacklog(bench, prefix, count);
  const database = bench.client.db(sinkDatabaseOf(prefix));
  const started = performance.now();
  const first = firstEffect();
  const sink = await bench.startSink(name, prefix);
  const { at, seen } = await first;
  const end = await effectsReach(database, count);
  await sink.end();
  await bench.forget(prefix);
  return {
    perSecond: ((count - seen) / (end - at)) * 1000,
    withStartPerSecond: (count / (end - started)) * 1000,
  };

  async function firstEffect() {
    for (;;) {
      const seen = await countEffects(database);
      if (seen > 0) return { at: performance.now(), seen };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
