import { kinds } from './strikes/kinds';
import type { Outcome } from './town';

const strikesAMinute = 7.5;
const commandsAMinute = 1_875;
/** As many prove as much in a longer run: what is many there is strikes. */
const commandsAtMost = 15_000;
const ofEachKind = 2;
/** A shorter run cannot meet every kind twice. */
const everyKindFromMinutes = 8;

/** What is missing in a run for its zeros to prove anything; empty when nothing is. */
export function tooLittle(
  { strikes, ledger }: Pick<Outcome, 'strikes' | 'ledger'>,
  minutes: number,
): string[] {
  const few = (what: string, count: number, wanted: number) =>
    count < wanted ? [`${count} ${what}, not ${Math.ceil(wanted)}`] : [];
  const seldom = Object.keys(kinds).flatMap((kind) => {
    const times = strikes.filter((strike) => strike.kind === kind).length;
    return few(`times ${kind}`, times, minutes >= everyKindFromMinutes ? ofEachKind : 0);
  });
  return [
    ...few('strikes', strikes.length, minutes * strikesAMinute),
    ...few('commands', ledger.accepted.length, Math.min(minutes * commandsAMinute, commandsAtMost)),
    ...seldom,
  ];
}
