// The protections, each switched off from outside: the simulation must notice.
import type { Kafka, ProducerBatch } from 'kafkajs';
import type { Connection } from 'mongoose';
import type { Dispatch } from '../consumer/dispatch';
import type { Inbox } from '../consumer/inbox';
import type { HeldLease } from '../lease/lease';
import type { ParkingLot } from '../parking/parking-lot';
import type { Store } from './store.spec';

export const breaks = ['inbox', 'fence', 'ack-order', 'parking', 'outbox', 'barrier', 'snapshot'] as const;
export type Break = (typeof breaks)[number];

/** Nothing is remembered. */
export function forgetful(inbox: Inbox): Inbox {
  inbox.admit = async () => 'new';
  return inbox;
}

/** What failed is dropped. */
export function dropping(parking: ParkingLot): ParkingLot {
  parking.park = async () => true;
  return parking;
}

/** The lease counts for ever once it was held. */
export function forEver({ fence }: HeldLease): HeldLease {
  return { fence, isHeld: () => true };
}

/** The offset is resolved before the effect. */
export function ackFirst(dispatch: Dispatch): Pick<Dispatch, 'handleAll'> {
  return {
    handleAll: async (batch, isAlive) => void dispatch.handleAll(batch, isAlive).catch(() => undefined),
  };
}

/** Marked before it is sent. */
export function markedFirst(kafka: Kafka, store: Store): Kafka {
  const producer = () => {
    const real = kafka.producer();
    const sendBatch = (batch: ProducerBatch) => {
      for (const { headers } of batch.topicMessages!.flatMap(({ messages }) => messages))
        store.update('journal', { _id: String(headers!['ce_id']) }, { $unset: { pending: '' } });
      return real.sendBatch(batch);
    };
    return { ...real, sendBatch };
  };
  return { ...kafka, producer } as Kafka;
}

/** The sweep's snapshot may be older than the stream's beginning. */
export function withoutBarrier(connection: Connection): Connection {
  return withCollections(connection, (name) => {
    const real = connection.db!.collection(name);
    if (name !== 'leases') return real;
    return new Proxy(real, {
      get: (target, method) =>
        method === 'updateOne'
          ? (filter: { _id: unknown }, ...rest: [never]) =>
              filter._id === 'relay-barrier' ? Promise.resolve() : target.updateOne(filter as never, ...rest)
          : Reflect.get(target, method),
    });
  });
}

function withCollections(connection: Connection, collection: (name: string) => object): Connection {
  return {
    getClient: () => connection.getClient(),
    db: { collection, command: (its: object) => connection.db!.command(its) },
  } as unknown as Connection;
}

/** What is read is not of one moment. */
export function withoutSnapshots(connection: Connection): Connection {
  return withCollections(connection, (name) => {
    const real = connection.db!.collection(name);
    return new Proxy(real, {
      get: (target, method) =>
        method === 'find' ? (filter: never) => target.find(filter) : Reflect.get(target, method),
    });
  });
}
