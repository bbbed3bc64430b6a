import { beforeTheMark, beforeTheOffset, beforeThePublish, beforeTheTransaction } from './aimed-at-delivery';
import { beforeTheMailsMark } from './aimed-at-mail';
import { inARebalance } from './aimed-at-rebalance';
import { cut, halfOpen, latency, reset } from './links';
import { offsetsForgotten } from './offsets';
import { inParking } from './parking';
import { killKafka, killMongod, killService, stopKafka, stopMongod, stopService } from './processes';
import type { Striker } from './stage';

/** Every kind of fault, by the name under which it is counted. */
export const kinds = {
  'kill -9 of a service': killService,
  'SIGSTOP of a service': stopService,
  'kill -9 of Kafka': killKafka,
  'SIGSTOP of Kafka': stopKafka,
  'kill -9 of MongoDB': killMongod,
  'SIGSTOP of MongoDB': stopMongod,
  'connections reset': reset,
  latency,
  'half-open connections': halfOpen,
  'connections cut': cut,
  'before the transaction': beforeTheTransaction,
  'after the transaction, before the publish': beforeThePublish,
  'after the publish, before the mark': beforeTheMark,
  'after the effect, before the offset': beforeTheOffset,
  'in a rebalance': inARebalance,
  'in parking': inParking,
  'between the mail server and the mark': beforeTheMailsMark,
} satisfies Record<string, Striker>;

export type Kind = keyof typeof kinds;
export type AnyKind = Kind | keyof typeof kindsForBreaks;

/** Too long for an ordinary run, where the others bring second deliveries enough: for a broken inbox. */
export const kindsForBreaks = { 'offsets forgotten': offsetsForgotten } satisfies Record<string, Striker>;

export const strikers: Readonly<Record<AnyKind, Striker>> = {
  ...kinds,
  ...kindsForBreaks,
};

/** How often each stands in one deck, where not once: each service has its turn. */
export const weights: Partial<Record<Kind, number>> = {
  'kill -9 of a service': 3,
  'SIGSTOP of a service': 2,
};
