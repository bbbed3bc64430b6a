import type { Outcome } from './town';

/** What `--json` writes. */
export function summary({ verdict, ledger, strikes }: Outcome, seed: number, minutes: number) {
  const byKind: Record<string, number> = {};
  for (const { kind } of strikes) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const { events, counts, staleFences, mailsAgain } = verdict;
  return {
    ...{ seed, minutes, strikes: byKind, commands: ledger.accepted.length, events, ...counts },
    ...{ staleFences, mailsAgain },
    recoveries: strikes.map(({ kind, target, recoveredAfterMs }) => ({ kind, target, recoveredAfterMs })),
  };
}
