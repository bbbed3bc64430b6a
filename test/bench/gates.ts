import type { Section } from './section';
import { median, rounded, say, spreadOf, type Spread } from './statistics';

interface Gate {
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Judged only when the rounds agree this well. */
  readonly spreadUnder?: number;
}

/** What the mission asks for; figures without a line here are told and not judged. */
const gates: Readonly<Record<string, Gate>> = {
  wholePathThroughputOverLimit: { atLeast: 0.85 },
  wholePathP99OverLimit: { atMost: 2, spreadUnder: 0.2 },
  backlogDrainOverLimit: { atLeast: 0.8 },
  relayRoundTripsPerEvent: { atMost: 0.1 },
  nestP50OverOurs: { atLeast: 3 },
  pollingP50OverOurs: { atLeast: 3 },
  limitOverBare: { atLeast: 0.8 },
};

export type Verdict = 'met' | 'not met' | 'not judged: the rounds differ too much' | '';

export interface Report {
  readonly ratios: Record<string, number>;
  readonly spread: Record<string, Spread & { readonly rounds: number }>;
  readonly verdicts: Record<string, Verdict>;
}

export function reportOf(sections: readonly Section[]): Report {
  const report: Report = { ratios: {}, spread: {}, verdicts: {} };
  for (const [name, perRound] of sections.flatMap((section) => Object.entries(section.ratios))) {
    report.ratios[name] = rounded(median(perRound));
    report.spread[name] = { ...spreadOf(perRound), rounds: perRound.length };
    const verdict = verdictOf(gates[name], report.ratios[name], report.spread[name]);
    if (verdict) report.verdicts[name] = verdict;
  }
  return report;
}

function verdictOf(gate: Gate | undefined, ratio: number, spread: Spread): Verdict {
  if (!gate) return '';
  if (gate.spreadUnder !== undefined && !(spread.middleHalf < gate.spreadUnder)) {
    return 'not judged: the rounds differ too much';
  }
  const met = ratio >= (gate.atLeast ?? -Infinity) && ratio <= (gate.atMost ?? Infinity);
  return met ? 'met' : 'not met';
}

export function print({ ratios, spread, verdicts }: Report): void {
  say('');
  for (const [name, ratio] of Object.entries(ratios)) {
    const { lowest, highest, rounds } = spread[name]!;
    const range = `(${lowest} to ${highest} in ${rounds} rounds)`;
    say(`${name.padEnd(32)} ${String(ratio).padStart(8)}  ${range.padEnd(38)} ${told(name, verdicts)}`);
  }
  if (verdicts['limitOverBare'] === 'not met') {
    say('The limit is weak against what MongoDB and Kafka do alone: the ratios over it flatter ours.');
  }
}

function told(name: string, verdicts: Report['verdicts']): string {
  const { atLeast, atMost } = gates[name] ?? {};
  if (!verdicts[name]) return '';
  return `${atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`}: ${verdicts[name]}`;
}
