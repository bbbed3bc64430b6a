import { join } from 'node:path';
import type { Bench } from '../bench';
import type { Contender } from '../contender';
import { throughput } from '../load';
import { rounded, say } from '../statistics';
import type { Section } from '../section';

type Counts = Readonly<Record<string, number>>;

const counter = join(__dirname, '..', 'count-round-trips.cjs');

/**
 * Commands that our deciding process sends to MongoDB, counted by the driver's own monitoring, which is turned on from outside.
 * On the journal, whatever does not insert is the relay's: reads of the change stream, marks, checks, sweeps; and its barrier.
 */
export async function relay(bench: Bench): Promise<Section> {
  const ours = await bench.start('ours', [counter]);
  await throughput(bench, ours, 500);
  const perEvent: number[] = [];
  let last: Record<string, number> = {};
  for (let round = 0; round < bench.settings.rounds; round += 1) {
    const before = await countsOf(ours);
    await throughput(bench, ours, bench.settings.commands);
    last = difference(await countsOf(ours), before, bench.settings.commands);
    const relayed = Object.entries(last).filter(([command]) => isRelays(command));
    perEvent.push(relayed.reduce((sum, [, count]) => sum + count, 0));
    say(
      `relay ${round + 1}/${bench.settings.rounds}: ${perEvent.at(-1)!.toFixed(3)} round trips for an event`,
    );
  }
  await ours.stop();
  await bench.forget(ours.prefix);
  const figures = { sourceCommandsPerEvent: last };
  return { ratios: { relayRoundTripsPerEvent: perEvent }, figures };
}

function isRelays(command: string): boolean {
  const [name, collection, detail] = command.split(' ');
  return (collection === 'journal' && name !== 'insert') || detail === 'relay-barrier';
}

function countsOf({ source }: Contender): Promise<Counts> {
  return new Promise((resolve) => {
    source.child.once('message', (counts) => resolve(counts as Counts));
    source.child.send('count');
  });
}

function difference(after: Counts, before: Counts, events: number): Record<string, number> {
  const changed = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(
    changed.filter(([, count]) => count > 0).map(([name, count]) => [name, rounded(count / events)]),
  );
}
