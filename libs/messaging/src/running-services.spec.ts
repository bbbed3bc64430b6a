// Services of the tests on the servers of the test run: each with a database of its own, all on topics of their own.
import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { createConnection, type Connection } from 'mongoose';
import { aggregateStore, createMessaging, publication, type Messaging, type Reaction } from '.';
import { contracts, Counted, counter } from './counting.spec';

export const territory = '91645';
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

interface Running {
  readonly messaging: Messaging;
  readonly connection: Connection;
}

/** For one `describe`: topics are new before each test, and what was started is stopped and deleted after it. */
export function runningServices() {
  const { kafkaBrokers, mongodbUri } = testInfrastructure();
  const started: Running[] = [];
  let topicPrefix: string;

  beforeEach(() => (topicPrefix = uniquePrefix()));
  afterEach(async () => {
    for (const { messaging, connection } of started.splice(0)) {
      await messaging.stop();
      await connection.dropDatabase();
      await connection.close();
    }
  });

  async function service(name: string, reactions: (connection: Connection) => Reaction[] = () => []) {
    const connection = await createConnection(mongodbUri, { dbName: `${topicPrefix}-${name}` }).asPromise();
    const messaging = createMessaging({
      service: name,
      topicPrefix,
      kafkaBrokers: kafkaBrokers.split(','),
      connection,
      clock: { now: () => new Date() },
      logger: silent,
      contracts,
    });
    messaging.register({ reactions: reactions(connection), dueWork: [] });
    const counters = aggregateStore(connection, {
      name: 'counter',
      decider: counter,
      publishes: {
        Raised: (_event, { id, state }) => publication(Counted, { counterId: id, total: state.total }),
      },
    });
    await messaging.start();
    messaging.transport.listen(() => undefined);
    started.push({ messaging, connection });
    const raise = (id: string, raiseBy = 1, expectedVersion?: number) =>
      messaging.unitOfWork.run(
        { territory, actor: 'agent' },
        (tx) => counters.decide(tx, id, { raiseBy }, { expectedVersion }),
        // Thirty at once on one aggregate, on a machine that does other things too.
        { patienceMs: 50_000 },
      );
    return { messaging, connection, counters, raise };
  }

  /** Stops one and keeps its database: a newer build comes after it. */
  async function stop({ messaging, connection }: Running): Promise<void> {
    await messaging.stop();
    started.splice(
      started.findIndex((one) => one.messaging === messaging),
      1,
    );
    await connection.close();
  }

  return { service, stop, topicPrefix: () => topicPrefix, brokers: kafkaBrokers.split(',') };
}
