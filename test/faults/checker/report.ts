import type { Ledger, Strike, Verdict } from '../types';

const promises = {
  lost: 'decided and not there: an event, an effect, a mail',
  doubled: 'done twice, or a hole in a story',
  disordered: 'out of order within one aggregate',
  stuck: 'waits for the software itself',
  broken: 'a slot twice, a need in two places',
} as const;

/** As Markdown that also reads well in a terminal. */
export function report(
  verdict: Verdict,
  ledger: Ledger,
  strikes: readonly Strike[],
  minutes: number,
  seed: number,
): string {
  const { counts, events, staleFences, mailsAgain } = verdict;
  const faults = Object.values(counts).reduce((sum, count) => sum + count, 0) + staleFences;
  return [
    '# Faults',
    '',
    `Seed ${seed}, ${number(minutes)} minutes: ${ledger.accepted.length} commands accepted, ${events} events, ${strikes.length} strikes.`,
    faults === 0 ? '**Nothing was lost, doubled, disordered, stuck or broken.**' : `**${faults} faults.**`,
    '',
    ...table(
      ['fault', 'count', 'what it is'],
      [
        ...Object.entries(promises).map(([fault, what]) => [
          fault,
          String(counts[fault as keyof typeof counts]),
          what,
        ]),
        [
          'stale fences',
          String(staleFences),
          'records of a relay that had lost its lease, beyond one send a strike',
        ],
        ['mails again', String(mailsAgain), 'no fault: the same mail under its own Message-ID'],
      ],
    ),
    '',
    ...findingsOf(verdict),
    '## Strikes',
    '',
    ...strikesOf(strikes),
    '',
    '## Commands',
    '',
    ...table(['what', 'accepted'], tally(ledger.accepted.map(({ what }) => what))),
    '',
    ...refusalsOf(ledger),
  ].join('\n');
}

function findingsOf({ findings }: Verdict): string[] {
  if (findings.length === 0) return [];
  return ['## Found', '', ...findings.map(({ fault, what }) => `- ${fault}: ${what}`), ''];
}

function strikesOf(strikes: readonly Strike[]): string[] {
  if (strikes.length === 0) return ['None.'];
  const kinds = tally(strikes.map(({ kind }) => kind)).map(([kind = '', count = '']) => {
    const times = strikes
      .flatMap((strike) => (strike.kind === kind ? (strike.recoveredAfterMs ?? []) : []))
      .sort((one, other) => one - other);
    return [kind, count, seconds(times[Math.floor(times.length / 2)]), seconds(times.at(-1))];
  });
  return table(['kind', 'strikes', 'recovery, median', 'worst'], kinds);
}

const seconds = (ms: number | undefined) => (ms === undefined ? '' : `${number(ms / 1_000)} s`);
const number = (value: number) => String(Math.round(value * 10) / 10);

function refusalsOf({ refused, unexpected }: Ledger): string[] {
  const names = Object.entries(refused).map(([name, count]) => `${name} ${count}`);
  return [
    `Refused by a rule: ${names.length === 0 ? 'none' : names.join(', ')}.`,
    `Answers that nobody should get: ${unexpected.length === 0 ? 'none' : unexpected.length}.`,
    ...unexpected.slice(0, 10).map((what) => `- ${what.split('\n')[0]}`),
  ];
}

/** The most frequent first. */
function tally(words: readonly string[]): string[][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([word, count]) => [word, String(count)]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
