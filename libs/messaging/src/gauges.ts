import { Gauge } from 'prom-client';

const make = () => ({
  journalPending: new Gauge({
    name: 'passerelle_journal_lag_events',
    help: 'Journal entries that are not on Kafka yet',
  }),
  journalOldest: new Gauge({
    name: 'passerelle_journal_lag_seconds',
    help: 'Age of the oldest journal entry that is not on Kafka yet; 0 when there is none',
  }),
  consumerLag: new Gauge({
    name: 'passerelle_consumer_lag_events',
    help: 'Events on Kafka that the service, all instances together, has not handled yet',
    labelNames: ['topic'] as const,
  }),
  parkedNow: new Gauge({
    name: 'passerelle_parked_events',
    help: 'Events that are parked now, by reason; behind: queued behind another of their key',
    labelNames: ['reason'] as const,
  }),
  relayLeading: new Gauge({
    name: 'passerelle_relay_leading',
    help: '1 in the one instance that relays the journal and fires what is due',
  }),
  relayFence: new Gauge({
    name: 'passerelle_relay_fence',
    help: 'Fence of the last lease that this instance held: it rises with every new holder',
  }),
});

let made: ReturnType<typeof make> | undefined;

/** What is there now. Made when first measured: a service without a journal must not say that it has no lag. */
export const gauges = () => (made ??= make());
