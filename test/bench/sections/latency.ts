import type { Bench } from '../bench';
import type { Contender } from '../contender';
import { latencies } from '../load';
import { median, quantile, rounded, say } from '../statistics';
import type { Section } from '../section';

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** From the answer to the effect at a steady rate, ours and the limit in turn. */
export async function latency(bench: Bench): Promise<Section> {
  const ours = await bench.start('ours');
  const limit = await bench.start('limit');
  const rounds = await latencyRounds(bench, [ours, limit], bench.settings);
  await Promise.all([ours.stop(), limit.stop()]);
  const ratio = (of: keyof Quantiles) => rounds.map((round) => round['ours']![of] / round['limit']![of]);
  return {
    ratios: { wholePathP50OverLimit: ratio('p50'), wholePathP99OverLimit: ratio('p99') },
    figures: { effectAfterAnswerMs: mediansOf(rounds), latencyAtPerSecond: bench.settings.perSecond },
  };
}

export async function latencyRounds(
  bench: Bench,
  contenders: readonly Contender[],
  steady: { rounds: number; perSecond: number; seconds: number },
): Promise<Record<string, Quantiles>[]> {
  for (const contender of contenders) await latencies(bench, contender, { ...steady, seconds: 3 });
  const rounds: Record<string, Quantiles>[] = [];
  for (let round = 0; round < steady.rounds; round += 1) {
    const found: Record<string, Quantiles> = {};
    const order = round % 2 === 0 ? contenders : [...contenders].reverse();
    for (const contender of order) {
      const all = await latencies(bench, contender, steady);
      found[contender.name] = { p50: quantile(all, 0.5), p99: quantile(all, 0.99) };
    }
    rounds.push(found);
    const words = Object.entries(found).map(
      ([name, { p50, p99 }]) => `${name} p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`,
    );
    say(`latency at ${steady.perSecond}/s, ${round + 1}/${steady.rounds}: ${words.join(', ')}`);
  }
  return rounds;
}

export function mediansOf(rounds: readonly Record<string, Quantiles>[]) {
  return Object.fromEntries(
    Object.keys(rounds[0]!).map((name) => [
      name,
      {
        p50: rounded(median(rounds.map((round) => round[name]!.p50))),
        p99: rounded(median(rounds.map((round) => round[name]!.p99))),
      },
    ]),
  );
}
