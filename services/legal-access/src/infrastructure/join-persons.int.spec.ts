import { randomUUID } from 'node:crypto';
import { createMessaging, type Messaging } from '@passerelle/messaging';
import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { createConnection, type Connection } from 'mongoose';
import { joinPersons, takeRequest } from '../application/duplicates';
import type { Ports } from '../application/ports';
import { legalAccessPorts } from './stores';

const territory = '91645';
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

describe('two persons who are joined while one of them asks for something', () => {
  let connection: Connection;
  let messaging: Messaging;
  let ports: Ports;

  beforeAll(async () => {
    const { kafkaBrokers, mongodbUri } = testInfrastructure();
    const prefix = uniquePrefix('join');
    connection = await createConnection(mongodbUri, { dbName: prefix }).asPromise();
    messaging = createMessaging({
      ...{ service: 'legal-access', topicPrefix: prefix, kafkaBrokers: kafkaBrokers.split(','), connection },
      ...{ clock: { now: () => new Date() }, logger: silent, contracts: [] },
    });
    ports = legalAccessPorts(connection, messaging.journal);
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  const file = (personId: string, until: () => Promise<void> = async () => undefined) => {
    const needId = randomUUID();
    const command = {
      type: 'File' as const,
      ...{ personId, topic: 'housing-law', urgency: 'normal' as const },
      ...{ contactedOn: '2026-11-24', now: new Date() },
    };
    return messaging.unitOfWork.run({ territory }, async (tx) => {
      const refusal = await takeRequest(tx, ports, needId, command);
      await until();
      return refusal;
    });
  };
  const join = (personId: string, into: string) =>
    messaging.unitOfWork.run({ territory }, (tx) => joinPersons(tx, ports, personId, into));
  const openOf = (personIds: string[]) =>
    connection
      .db!.collection('request')
      .countDocuments({ 'state.personId': { $in: personIds }, 'state.status': 'waiting' });

  it('have one request on a topic, whichever of the two is written first', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await file(one);
    let joined!: Promise<unknown>;
    let isFirst = true;
    // The request is filed and not yet committed when the two become one person: neither sees the other's writing.
    await file(other, async () => {
      if (isFirst) joined = join(other, one);
      isFirst = false;
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await joined;
    expect(await openOf([one, other])).toBe(1);
  });

  it('have one request when both ask at the same instant', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await join(other, one);
    await Promise.all([file(one), file(other)]);
    expect(await openOf([one, other])).toBe(1);
  });
});
