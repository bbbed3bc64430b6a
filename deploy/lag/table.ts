import type { ServiceState, Silent } from './service-state';

const heads = [
  'service',
  'journal lag',
  'oldest',
  'consumer lag',
  'parked',
  'retries',
  'p50',
  'p99',
  'relay',
];

/** For a terminal. `?` where the service could not ask its database or the broker, `-` where there is nothing to say. */
export function asTable(states: readonly (ServiceState | Silent)[]): string {
  const rows = [heads, ...states.flatMap((state) => (state.answers ? [cells(state)] : []))];
  const widths = heads.map((_head, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const [head, ...lines] = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]!, column))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const silent = states.flatMap((state) =>
    state.answers ? [] : [`${state.service} does not answer: ${state.why}`],
  );
  return [head, rule, ...lines, ...(silent.length > 0 ? ['', ...silent] : [])].join('\n');
}

function cells(state: ServiceState): string[] {
  const { service, journal, consumer, parked, retries, decisionToEffect, relay } = state;
  return [
    service,
    count(journal?.events),
    journal?.events === 0 ? '-' : seconds(journal?.oldestSeconds),
    count(unread(consumer)),
    count(parked),
    count(retries),
    seconds(decisionToEffect?.p50),
    seconds(decisionToEffect?.p99),
    relay ? `${relay.leads ? 'leads' : 'follows'}, fence ${relay.fence}` : '-',
  ];
}

/** Nothing to say of a service that listens to nothing. */
function unread(consumer: ServiceState['consumer']): number | null | undefined {
  return consumer && Object.keys(consumer.topics).length > 0 ? consumer.events : undefined;
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === heads.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}

function count(value: number | null | undefined): string {
  if (value === undefined) return '-';
  return value === null ? '?' : value.toLocaleString('en');
}

function seconds(value: number | null | undefined): string {
  if (value === undefined) return '-';
  if (value === null) return '?';
  return value < 1 ? `${Math.round(value * 1_000)} ms` : `${value.toFixed(value < 10 ? 1 : 0)} s`;
}
