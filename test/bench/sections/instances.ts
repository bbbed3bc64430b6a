import { produceBacklog } from '../backlog';
import { sinkDatabaseOf, type Bench } from '../bench';
import { countEffects, effectsReach } from '../effects';
import { say } from '../statistics';
import type { Section } from '../section';

const counts = [1, 2, 4];

/** One service in several processes that share its partitions; timed from the moment that all of them are ready. */
export async function instances(bench: Bench): Promise<Section> {
  const drainPerSecond: Record<string, number> = {};
  for (const count of counts) {
    drainPerSecond[count] = Math.round(await drain(bench, count));
    say(`instances: ${count} drain ${drainPerSecond[count]}/s`);
  }
  return { ratios: {}, figures: { instancesDrainPerSecond: drainPerSecond } };
}

async function drain(bench: Bench, count: number): Promise<number> {
  const { backlog } = bench.settings;
  const prefix = await bench.prefixFor('ours');
  await produceBacklog(bench, prefix, backlog);
  const database = bench.client.db(sinkDatabaseOf(prefix));
  const sinks = await Promise.all(Array.from({ length: count }, () => bench.startSink('ours', prefix)));
  const before = await countEffects(database);
  const start = performance.now();
  const end = await effectsReach(database, backlog);
  await Promise.all(sinks.map((sink) => sink.end()));
  await bench.forget(prefix);
  return ((backlog - before) / (end - start)) * 1000;
}
