// Not a test: the service twice, on real Kafka and MongoDB, and an agent who calls it.
import { randomUUID } from 'node:crypto';
import { launchService, type RunningService } from '@passerelle/platform';
import { startSignIn, testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { mongo } from 'mongoose';
import { people } from '../people.module';

export const territory = '91645';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read field by field
export type Answer = { status: number; body: Record<string, any> };

export interface Person {
  readonly id: string;
  readonly version: number;
  readonly trackingCode: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Two processes share the database: what one checks in memory, the other does not see. */
export async function startPeople() {
  const { kafkaBrokers, mongodbUri } = testInfrastructure();
  const prefix = uniquePrefix('people');
  const signIn = await startSignIn();
  const worker = await signIn.issueToken({ roles: ['ccas-worker'], territories: [territory], sub: 'claire' });
  const client = await new mongo.MongoClient(mongodbUri).connect();
  const environment = {
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'error',
    OIDC_ISSUER: signIn.issuer,
    KAFKA_BROKERS: kafkaBrokers,
    MONGODB_URI: mongodbUri,
    MONGODB_DATABASE_PREFIX: prefix,
    TOPIC_PREFIX: prefix,
  };
  const first = await launchService(people, environment);
  const second = await launchService(people, environment);
  await Promise.all([first.ready, second.ready]);

  async function call(method: string, path: string, body?: unknown, as = worker, at: RunningService = first) {
    const response = await fetch(`${at.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() } as Answer;
  }

  return {
    signIn,
    worker,
    first,
    second,
    call,
    database: () => client.db(`${prefix}-people`),
    /** A person whom nobody in the database resembles. */
    async newcomer(extra: object = {}): Promise<Person> {
      const lastName = `Zz${Math.random()
        .toString(36)
        .replace(/[^a-z]/g, '')
        .padEnd(9, 'q')}`;
      const { status, body } = await call('POST', '/persons', {
        id: randomUUID(),
        firstName: 'Aline',
        lastName,
        ...extra,
      });
      if (status !== 201) throw new Error(`${status} ${body['name']}`);
      return body as Person;
    },
    async stop() {
      await first.stop();
      await second.stop();
      await signIn.stop();
      await client.close();
    },
  };
}

export type People = Awaited<ReturnType<typeof startPeople>>;
