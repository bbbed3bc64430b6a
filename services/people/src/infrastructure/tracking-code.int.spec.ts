import { randomUUID } from 'node:crypto';
import { isRefusal } from '@passerelle/domain-kit';
import { createDeclaredIndexes, UnitOfWork } from '@passerelle/messaging';
import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import mongoose, { type Connection } from 'mongoose';
import type { Ports } from '../application/ports';
import { registerPerson } from '../application/register-person';
import { personPorts } from './person.store';

const cause = { territory: '91645', actor: 'claire' };

/** A draw of eight times the same sign, for each sign in turn. */
const signs = (...order: number[]) => {
  let drawn = 0;
  return () => order[Math.min(Math.floor(drawn++ / 8), order.length - 1)] ?? 0;
};

describe('a tracking code', () => {
  let connection: Connection;
  let unitOfWork: UnitOfWork;
  let ports: Ports;

  beforeAll(async () => {
    const { mongodbUri } = testInfrastructure();
    connection = await mongoose.createConnection(mongodbUri, { dbName: uniquePrefix('codes') }).asPromise();
    unitOfWork = new UnitOfWork(connection, { now: () => new Date() });
    ports = personPorts(connection);
    await createDeclaredIndexes(connection);
  });
  afterAll(async () => {
    await connection?.dropDatabase();
    await connection?.close();
  });

  async function codeOf(lastName: string, random: Ports['random'], territory = cause.territory) {
    const form = { id: randomUUID(), firstName: 'Aline', lastName, lookalikesSeen: [] };
    const outcome = await registerPerson(unitOfWork, { ...ports, random }, { ...cause, territory }, form);
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return outcome.details.trackingCode;
  }

  it('is drawn again when it is taken', async () => {
    expect(await codeOf('Premier', signs(0))).toBe('33333333');
    expect(await codeOf('Second', signs(0, 0, 1))).toBe('44444444');
  });

  it('may be the same in another town', async () => {
    expect(await codeOf('Premier', signs(0), '91477')).toBe('33333333');
  });

  it('is never given twice, even drawn by two at the same instant', async () => {
    const everyone = ['Un', 'Deux', 'Trois', 'Quatre'];
    const sameDraws = () => signs(...Array.from({ length: 18 }, (_, sign) => sign + 5));
    const codes = await Promise.all(everyone.map((name) => codeOf(name, sameDraws())));
    expect(new Set(codes).size).toBe(everyone.length);
  });

  it('says so rather than searching for ever', async () => {
    await expect(codeOf('Dernier', signs(0))).rejects.toThrow('no free tracking code');
  });
});
