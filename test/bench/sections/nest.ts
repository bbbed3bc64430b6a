import { setTimeout as sleep } from 'node:timers/promises';
import { sinkDatabaseOf, type Bench } from '../bench';
import type { Contender } from '../contender';
import { countEffects } from '../effects';
import { newPledge, post, throughput } from '../load';
import { poisonTopic } from '../pledge';
import { median, say } from '../statistics';
import type { Section } from '../section';
import { latencyRounds, mediansOf } from './latency';

const rounds = 3;
const mostPerSecond = 200;
/** Of its saturation rate: what a transport sustains without its queue growing. */
const sustained = 0.5;
const afterPoison = { commands: 120, seconds: 15 };

/** Nest's own Kafka transport on the same broker with stock settings, at a rate that both sustain. */
export async function nest(bench: Bench): Promise<Section> {
  const ours = await bench.start('ours');
  const stock = await bench.start('nest');
  await throughput(bench, stock, 200);
  const saturation = median([await throughput(bench, stock, 500), await throughput(bench, stock, 500)]);
  const perSecond = Math.min(mostPerSecond, Math.floor(saturation * sustained));
  say(`nest: saturates at ${saturation.toFixed(0)}/s; compared at ${perSecond}/s`);
  const found = await latencyRounds(bench, [ours, stock], { ...bench.settings, rounds, perSecond });
  const poison = { ours: await poisonFate(bench, ours), nest: await poisonFate(bench, stock) };
  say(`nest: one poison event: ${JSON.stringify(poison)}`);
  await Promise.all([ours.stop(), stock.stop()]);
  return {
    ratios: { nestP50OverOurs: found.map((round) => round['nest']!.p50 / round['ours']!.p50) },
    figures: {
      nest: {
        saturationPerSecond: Math.round(saturation),
        comparedAtPerSecond: perSecond,
        effectAfterAnswerMs: mediansOf(found),
        poison,
      },
    },
  };
}

/** One event whose handler throws, then ordinary commands: what becomes of it and of the others. */
async function poisonFate(bench: Bench, contender: Contender) {
  const database = bench.client.db(sinkDatabaseOf(contender.prefix));
  const before = await countEffects(database);
  await post(contender.url, bench.token, newPledge(poisonTopic));
  await sleep(1_000);
  for (let command = 0; command < afterPoison.commands; command += 1) {
    await post(contender.url, bench.token, newPledge());
  }
  await sleep(afterPoison.seconds * 1000);
  return {
    secondsWatched: afterPoison.seconds,
    commandsAfterIt: afterPoison.commands,
    effectsOfThem: (await countEffects(database)) - before,
    ...(contender.name === 'nest'
      ? { triesOfPoison: await database.collection('poison-tries').countDocuments() }
      : { parked: await database.collection('parked').countDocuments() }),
  };
}
