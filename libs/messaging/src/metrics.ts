import { Counter, Histogram } from 'prom-client';

/** In prom-client's default registry, which the platform serves at /metrics. */
export const metrics = {
  relayed: new Counter({ name: 'passerelle_relayed_total', help: 'Journal entries published to Kafka' }),
  handled: new Counter({
    name: 'passerelle_reactions_total',
    help: 'Events given to a reaction, by what became of them',
    labelNames: ['reaction', 'outcome'] as const,
  }),
  skipped: new Counter({
    name: 'passerelle_events_skipped_total',
    help: 'Events of a known type that no reaction of this service lists',
    labelNames: ['type'] as const,
  }),
  parked: new Counter({
    name: 'passerelle_events_parked_total',
    help: 'Events parked, by reason',
    labelNames: ['reason'] as const,
  }),
  retried: new Counter({
    name: 'passerelle_reaction_retries_total',
    help: 'Tries of a reaction after the first, because it failed or because a server was away',
    labelNames: ['reaction', 'why'] as const,
  }),
  decisionToEffect: new Histogram({
    name: 'passerelle_decision_to_effect_seconds',
    help: 'From the decision in the producing service to the durable effect in this one',
    labelNames: ['reaction'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300],
  }),
};
