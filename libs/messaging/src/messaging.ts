import type { EventContract } from '@passerelle/contracts';
import type { Kafka } from 'kafkajs';
import type { Connection } from 'mongoose';
import { Dispatch } from './consumer/dispatch';
import { Inbox } from './consumer/inbox';
import { KafkaTransport } from './consumer/kafka-transport';
import { React } from './consumer/react';
import type { Reaction } from './consumer/reaction';
import { DueWorkRunner } from './due-work/due-work-runner';
import type { DueWork } from './due-work/due-work';
import { Journal } from './journal/journal';
import { createTopics, kafkaClient } from './kafka';
import { Leadership } from './lease/leadership';
import { Lease } from './lease/lease';
import type { Logger } from './logger';
import { measure } from './measure';
import { ParkedEvents } from './parking/parked-events';
import { ParkingLot } from './parking/parking-lot';
import { replayFreed, replayKnownContracts } from './parking/replay-known-contracts';
import { Relay } from './relay/relay';
import { systemTime } from './time';
import { createDeclaredIndexes, declareIndexes } from './unit-of-work/indexes';
import { UnitOfWork, type Clock } from './unit-of-work/unit-of-work';

export interface MessagingOptions {
  /** `ccas`: names the group, the lease and the source of events. */
  readonly service: string;
  readonly topicPrefix: string;
  readonly kafkaBrokers: readonly string[];
  /** Open, on the service's own database. */
  readonly connection: Connection;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly contracts: readonly EventContract[];
  /** After this silence another instance takes a dead one's partitions over; brokers allow 6 s at least by default. */
  readonly sessionTimeoutMs?: number;
}

export interface MessagingHealth {
  readonly mongo: 'up' | 'down';
  readonly relay: 'leading' | 'following' | 'starting' | 'down';
  readonly consumer: 'up' | 'down' | 'starting';
  readonly why?: string;
}

/** A service's hold on its database and on Kafka. */
export interface Messaging {
  readonly unitOfWork: UnitOfWork;
  readonly journal: Journal;
  readonly parked: ParkedEvents;
  /** For `app.connectMicroservice({ strategy })`. */
  readonly transport: KafkaTransport;
  /** Before `start`. */
  register(tables: { reactions: readonly Reaction[]; dueWork: readonly DueWork[] }): void;
  /** Makes collections and indexes, then relays and fires what is due. The transport is started by Nest. */
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): Promise<MessagingHealth>;
  /** Sets the gauges of what is there now, before somebody reads the metrics. Never rejects. */
  measure(): Promise<void>;
}

export function createMessaging(options: MessagingOptions): Messaging {
  const { service, connection, clock, logger, topicPrefix, contracts } = options;
  const kafka = kafkaClient({ service, brokers: options.kafkaBrokers, topicPrefix, logger });
  const unitOfWork = new UnitOfWork(connection, clock);
  const journal = new Journal(connection);
  const inbox = new Inbox(connection);
  const parking = new ParkingLot(connection, inbox);
  const react = new React({ unitOfWork, inbox, parking, clock, logger, time: systemTime });
  const newDispatch = () => new Dispatch({ topicPrefix, contracts, react, parking, clock, logger });
  const transport: KafkaTransport = createTransport(options, kafka, newDispatch, () => parked);
  const parked: ParkedEvents = new ParkedEvents(connection, unitOfWork, inbox, () => transport.reactions);
  const relay = new Relay({ service, topicPrefix, connection, kafka, logger, time: systemTime });
  let works: readonly DueWork[] = [];
  const runner = new DueWorkRunner(unitOfWork, clock, () => works, logger);
  const leadership = new Leadership(
    new Lease(connection, 'leader'),
    [
      (held, signal) => relay.publishWhileHeld(held, signal),
      (held, signal) => runner.whileHeld(held, signal),
    ],
    logger,
    systemTime,
  );
  for (const collection of ['inbox', 'leases', 'reactions', 'discarded'])
    declareIndexes(connection, collection, []);

  return {
    unitOfWork,
    journal,
    parked,
    transport,
    register({ reactions, dueWork }) {
      transport.register(reactions);
      works = dueWork;
    },
    async start() {
      await createDeclaredIndexes(connection);
      leadership.start();
    },
    async stop() {
      await transport.close();
      await leadership.stop();
    },
    measure: () => measure({ connection, clock, transport, leadership }),
    async health() {
      const mongo = await isUp(connection);
      const { is, why } = transport.state;
      return {
        mongo,
        relay: relay.state === 'down' ? 'down' : leadership.role,
        consumer: react.outage ? 'down' : is,
        ...(why !== undefined && { why }),
      };
    },
  };
}

function createTransport(
  options: MessagingOptions,
  kafka: Kafka,
  newDispatch: () => Dispatch,
  parked: () => ParkedEvents,
): KafkaTransport {
  const { service, topicPrefix, logger, connection, clock, contracts } = options;
  return new KafkaTransport({
    service,
    topicPrefix,
    kafka,
    logger,
    time: systemTime,
    sessionTimeoutMs: options.sessionTimeoutMs ?? 10_000,
    newDispatch,
    catchUp: {
      connection,
      now: () => clock.now(),
      dispatchFor(reactions) {
        const dispatch = newDispatch();
        dispatch.listen(reactions);
        return dispatch;
      },
    },
    async prepare(admin) {
      await createTopics(admin, topicPrefix, contracts);
    },
    replayKnown: (dispatch, isAlive) => replayKnownContracts(connection, dispatch, parked(), logger, isAlive),
    replayFreed: (dispatch) => replayFreed(dispatch, parked()),
  });
}

async function isUp(connection: Connection): Promise<'up' | 'down'> {
  try {
    await connection.db!.command({ ping: 1 }, { timeoutMS: 2_000 });
    return 'up';
  } catch {
    return 'down';
  }
}
