import type { Logger } from '../logging/logger';
import { persistUntil } from './persist-until';

function hearing() {
  const said: string[] = [];
  const hear = (level: string) => (_context: object, sentence: string) => said.push(`${level} ${sentence}`);
  const logger = { warn: hear('warn'), info: hear('info'), debug: hear('debug') } as unknown as Logger;
  return { said, logger };
}

describe('waiting for something at start', () => {
  it('says nothing when it works at once', async () => {
    const { said, logger } = hearing();
    await persistUntil(async () => undefined, {
      what: 'MongoDB',
      logger,
      signal: new AbortController().signal,
      waiting: (why) => said.push(why),
    });
    expect(said).toEqual([]);
  });

  it('says once that it waits, and once that it is over', async () => {
    const { said, logger } = hearing();
    const whys: string[] = [];
    let tries = 0;
    const attempt = async () => {
      if (++tries < 5) throw new Error('connect ECONNREFUSED\n    at a stack');
    };
    const signal = new AbortController().signal;
    await persistUntil(attempt, {
      what: 'MongoDB',
      logger,
      signal,
      waiting: (why) => whys.push(why),
      firstPauseMs: 1,
    });
    expect(said.filter((line) => !line.startsWith('debug'))).toEqual([
      'warn MongoDB does not answer; waiting for it',
      'info MongoDB answers now',
    ]);
    expect(whys).toHaveLength(4);
    expect(new Set(whys)).toEqual(new Set(['MongoDB does not answer: connect ECONNREFUSED']));
  });

  it('ends at once when the service stops', async () => {
    const { logger } = hearing();
    const stopped = new AbortController();
    const attempt = () => Promise.reject(new Error('down'));
    const began = performance.now();
    const waiting = () => void setTimeout(() => stopped.abort(), 5);
    await persistUntil(attempt, {
      what: 'MongoDB',
      logger,
      signal: stopped.signal,
      waiting,
      firstPauseMs: 60_000,
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('throws at once what waiting will not mend', async () => {
    const { said, logger } = hearing();
    const attempt = () => Promise.reject(new TypeError('an index that contradicts another'));
    const signal = new AbortController().signal;
    const waiting = (why: string) => said.push(why);
    const mends = (error: unknown) => !(error instanceof TypeError);
    await expect(
      persistUntil(attempt, { what: 'The database', logger, signal, waiting, mends }),
    ).rejects.toThrow('contradicts');
    expect(said).toEqual([]);
  });
});
