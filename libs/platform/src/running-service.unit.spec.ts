import type { Logger } from './logging/logger';
import { hostOf, stopInOrder } from './running-service';

const quiet = { error: () => undefined } as unknown as Logger;

describe('stopping', () => {
  it('runs every step in order, each once, even after one that fails', async () => {
    const ran: string[] = [];
    const stop = stopInOrder(quiet, [
      () => ran.push('http'),
      () => Promise.reject(new Error('kafka')),
      async () => ran.push('mongo'),
    ]);
    await Promise.all([stop(), stop()]);
    await stop();
    expect(ran).toEqual(['http', 'mongo']);
  });
});

describe('the address to listen on', () => {
  it.each([
    [{ NODE_ENV: 'development' }, '127.0.0.1'],
    [{ NODE_ENV: 'production' }, '0.0.0.0'],
    [{ NODE_ENV: 'production', HOST: '10.0.0.1' }, '10.0.0.1'],
  ])('for %j is %s', (env, host) => expect(hostOf(env)).toBe(host));
});
