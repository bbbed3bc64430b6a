import type { Bench } from '../bench';
import { throughput as measure } from '../load';
import { median, rounded, say } from '../statistics';
import type { Section } from '../section';
import { groupSizes, openBare, type Bare } from './bare';

/** Whole path at full speed, ours and the limit and the bare figures in turn: whatever drifts on the machine, drifts for all. */
export async function throughput(bench: Bench): Promise<Section> {
  const { rounds, commands } = bench.settings;
  const ours = await bench.start('ours');
  const limit = await bench.start('limit');
  const bare = await openBare(bench);
  say('throughput: warming up');
  // Twice, or the first round would measure how long V8 takes to know Nest's code.
  for (const contender of [ours, limit, ours, limit]) await measure(bench, contender, commands);
  const best = await bestGroupSize(bare);
  const turns: Record<string, () => Promise<number>> = {
    ours: () => measure(bench, ours, commands),
    limit: () => measure(bench, limit, commands),
    bareTransactions: () => bare.transactions(commands),
    bareGrouped: () => bare.grouped(commands * 2, best),
    bareSends: () => bare.sends(commands * 4),
  };
  const measured: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const figures: Record<string, number> = {};
    const order = Object.keys(turns);
    if (round % 2 === 1) order.reverse();
    for (const name of order) figures[name] = await turns[name]!();
    measured.push(figures);
    say(`throughput ${round + 1}/${rounds}: ${words(figures)}`);
  }
  await Promise.all([ours.stop(), limit.stop()]);
  await bare.close();
  await bench.forget(ours.prefix);
  await bench.forget(limit.prefix);
  return section(measured, best);
}

async function bestGroupSize(bare: Bare): Promise<number> {
  let best = { size: 0, rate: 0 };
  for (const size of groupSizes) {
    const rate = await bare.grouped(4_000, size);
    if (rate > best.rate) best = { size, rate };
  }
  return best.size;
}

function section(measured: readonly Record<string, number>[], bestSize: number): Section {
  const each = (of: (figures: Record<string, number>) => number) => measured.map(of);
  const medians = Object.fromEntries(
    Object.keys(measured[0]!).map((name) => [name, Math.round(median(each((figures) => figures[name]!)))]),
  );
  return {
    ratios: {
      wholePathThroughputOverLimit: each(({ ours, limit }) => ours! / limit!),
      limitOverBare: each(
        ({ limit, bareTransactions, bareSends }) => limit! / Math.min(bareTransactions!, bareSends!),
      ),
      limitOverBareGrouped: each(
        ({ limit, bareGrouped, bareSends }) => limit! / Math.min(bareGrouped!, bareSends!),
      ),
    },
    figures: { throughputPerSecond: { ...medians, bestGroupSize: bestSize } },
  };
}

const words = (figures: Record<string, number>) =>
  Object.entries(figures)
    .map(([name, rate]) => `${name} ${rounded(rate).toFixed(0)}/s`)
    .join(', ');
