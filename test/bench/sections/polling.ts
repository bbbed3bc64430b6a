import type { Bench } from '../bench';
import type { Section } from '../section';
import { latencyRounds, mediansOf } from './latency';

const rounds = 3;

/** The limit's code, asking for its outbox every half second instead of being woken by the database. */
export async function polling(bench: Bench): Promise<Section> {
  const ours = await bench.start('ours');
  const polled = await bench.start('polling');
  const found = await latencyRounds(bench, [ours, polled], { ...bench.settings, rounds });
  await Promise.all([ours.stop(), polled.stop()]);
  return {
    ratios: { pollingP50OverOurs: found.map((round) => round['polling']!.p50 / round['ours']!.p50) },
    figures: { pollingEffectAfterAnswerMs: mediansOf(found) },
  };
}
