import { testInfrastructure, uniquePrefix } from '@passerelle/testing';
import { createConnection, type Connection } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemTime } from '../time';
import { Lease } from './lease';

describe('a lease on mongod’s clock', () => {
  let connection: Connection;
  beforeAll(async () => {
    const { mongodbUri } = testInfrastructure();
    connection = await createConnection(mongodbUri, { dbName: uniquePrefix() }).asPromise();
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  it('has one holder of many who ask at once', async () => {
    const asking = Array.from({ length: 10 }, () => new Lease(connection, 'one', 5_000).acquire());
    expect((await Promise.all(asking)).filter(Boolean)).toHaveLength(1);
  });

  it('keeps its fence while renewed, and raises it for the next holder', async () => {
    const [first, second] = [new Lease(connection, 'fence', 5_000), new Lease(connection, 'fence', 5_000)];
    const held = await first.acquire();
    expect((await first.acquire())?.fence).toBe(held?.fence);
    expect(await second.acquire()).toBeUndefined();
    await first.release();
    expect((await second.acquire())?.fence).toBe((held?.fence ?? 0) + 1);
    expect(held?.isHeld()).toBe(false);
  });

  it('is taken from a holder that fell silent, who knows before that it is over', async () => {
    const [silent, next] = [new Lease(connection, 'silent', 2_000), new Lease(connection, 'silent', 2_000)];
    const held = await silent.acquire();
    expect(held?.isHeld()).toBe(true);
    await sleep(600);
    expect(held?.isHeld()).toBe(false);
    expect(await next.acquire()).toBeUndefined();
    await sleep(1_700);
    expect((await next.acquire())?.fence).toBe((held?.fence ?? 0) + 1);
  });

  it('that lapsed for its holder stays lapsed, though mongod renews it under the same fence', async () => {
    let now = 0;
    const time = { ...systemTime, monotonicMs: () => now };
    const lease = new Lease(connection, 'lapsed', 5_000, time);
    const first = await lease.acquire();
    now = 1_000;
    await lease.acquire();
    expect(first?.isHeld()).toBe(true);
    // The answer to a renewal came late: duties have looked meanwhile, and ended.
    now = 4_600;
    expect(first?.isHeld()).toBe(false);
    const second = await lease.acquire();
    expect(second?.fence).toBe(first?.fence);
    expect([first?.isHeld(), second?.isHeld()]).toEqual([false, true]);
  });
});
