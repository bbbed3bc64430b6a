import { quantileOf, readSamples, sumOf, type Sample } from './samples';

/** What one service says of itself now. `null` where it does not know; times in seconds. */
export interface ServiceState {
  readonly service: string;
  readonly answers: true;
  readonly journal?: { readonly events: number | null; readonly oldestSeconds: number | null };
  readonly consumer?: {
    readonly events: number | null;
    readonly topics: Readonly<Record<string, number | null>>;
  };
  readonly parked?: number | null;
  /** Since the process started. */
  readonly retries?: number;
  readonly decisionToEffect?: { readonly p50: number; readonly p99: number };
  readonly relay?: { readonly leads: boolean; readonly fence: number };
}

export interface Silent {
  readonly service: string;
  readonly answers: false;
  readonly why: string;
}

/** From the text of its `/metrics`. A service without a journal, such as the gateway, has nothing to say but that it answers. */
export function stateFrom(service: string, metrics: string): ServiceState {
  const samples = readSamples(metrics);
  // One that listens to nothing has no such sample at all, nor one whose instance was just started.
  if (!samples.some(({ name }) => name === 'passerelle_journal_lag_events'))
    return { service, answers: true };
  const value = (name: string) => sumOf(samples, name);
  return {
    service,
    answers: true,
    journal: {
      events: known(value('passerelle_journal_lag_events')),
      oldestSeconds: known(value('passerelle_journal_lag_seconds')),
    },
    consumer: consumerFrom(samples),
    parked: known(value('passerelle_parked_events')),
    retries: value('passerelle_reaction_retries_total') ?? 0,
    ...decisionToEffect(samples),
    relay: {
      leads: value('passerelle_relay_leading') === 1,
      fence: value('passerelle_relay_fence') ?? 0,
    },
  };
}

function consumerFrom(samples: readonly Sample[]): NonNullable<ServiceState['consumer']> {
  const lags = samples.filter(({ name }) => name === 'passerelle_consumer_lag_events');
  return {
    events: known(lags.reduce((sum, { value }) => sum + value, 0)),
    topics: Object.fromEntries(lags.map(({ labels, value }) => [labels['topic'] ?? '', known(value)])),
  };
}

function decisionToEffect(samples: readonly Sample[]): Pick<ServiceState, 'decisionToEffect'> {
  const at = (share: number) => quantileOf(samples, 'passerelle_decision_to_effect_seconds', share);
  const [p50, p99] = [at(0.5), at(0.99)];
  return p50 === undefined || p99 === undefined ? {} : { decisionToEffect: { p50, p99 } };
}

/** A server that is away leaves `NaN`, which JSON cannot say. */
function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
