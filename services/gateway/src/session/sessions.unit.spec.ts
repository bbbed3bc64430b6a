import { ProblemError } from '@passerelle/platform';
import { Seal } from './seal';
import { SessionCookies } from './session-cookie';
import { Sessions } from './sessions';
import type { Tokens } from './sign-in-server';

const minute = 60_000;
const hour = 60 * minute;
const began = Date.parse('2026-12-03T08:00:00Z');

/** A sign-in server that answers as told, a clock that goes as told. */
function desk({ renew }: { renew?: () => Promise<Tokens | 'refused'> } = {}) {
  let now = began;
  let asked = 0;
  let refusedByKeys: 'never' | 401 | 503 = 'never';
  const seal = new Seal(['a secret of at least thirty-two characters']);
  const cookies = new SessionCookies(new URL('http://localhost:8080'));
  const parts = {
    ...{ seal, cookies, longestMs: 12 * hour, now: () => now },
    server: {
      renew: () => {
        asked += 1;
        return renew
          ? renew()
          : Promise.resolve(tokens({ accessToken: `renewed ${asked}`, endsAt: now + hour }));
      },
    },
    tokens: {
      verify: async () => {
        if (refusedByKeys !== 'never') throw new ProblemError({ status: refusedByKeys } as never);
        return { sub: 'claire' } as never;
      },
    },
  };
  const sessions = new Sessions(parts);
  return {
    sessions,
    /** Another instance of the gateway, with the same secret. */
    another: () => new Sessions(parts),
    wait: (ms: number) => (now += ms),
    asked: () => asked,
    keysSay: (what: typeof refusedByKeys) => (refusedByKeys = what),
  };
}

const tokens = (more: Partial<Tokens> = {}): Tokens => ({
  accessToken: 'first',
  endsAt: began + hour,
  refreshToken: 'again',
  idToken: 'who',
  ...more,
});
const tokenOf = (held: { kind: string; session?: { accessToken: string } }) => held.session?.accessToken;

describe('a session', () => {
  it('is open until its token is to be renewed, and asks nobody', async () => {
    const { sessions, another, wait, asked } = desk();
    const cookie = await sessions.begin(tokens());
    wait(58 * minute);
    for (const one of [sessions, another()]) {
      const held = await one.of(cookie);
      expect(held).toMatchObject({ kind: 'open', identity: { sub: 'claire' } });
      expect(held).not.toHaveProperty('setCookie');
    }
    expect(asked()).toBe(0);
  });

  it('is renewed a minute before its token ends: once for all who ask together, and for who still has the old cookie', async () => {
    const { sessions, wait, asked } = desk();
    const cookie = await sessions.begin(tokens());
    wait(59 * minute);
    const together = await Promise.all(Array.from({ length: 10 }, () => sessions.of(cookie)));
    expect(together.map(tokenOf)).toEqual(Array(10).fill('renewed 1'));
    wait(minute);
    const late = await sessions.of(cookie);
    expect(tokenOf(late)).toBe('renewed 1');
    expect(asked()).toBe(1);
    const next = await sessions.of((late as { setCookie: string }).setCookie);
    expect(next).toMatchObject({
      kind: 'open',
      session: { accessToken: 'renewed 1', refreshToken: 'again' },
    });
    expect(asked()).toBe(1);
  });

  it('ends after its hours, however often it was renewed', async () => {
    const { sessions, wait } = desk();
    let cookie = await sessions.begin(tokens());
    for (let passed = 0; passed < 11 * 60 + 50; passed += 50) {
      wait(50 * minute);
      const held = await sessions.of(cookie);
      expect(held.kind).toBe(passed + 50 < 12 * 60 ? 'open' : 'ended');
      cookie = ('setCookie' in held && held.setCookie) || cookie;
    }
    expect((await sessions.of(cookie)).kind).toBe('ended');
  });

  it('ends with its token when nothing renews it', async () => {
    const { sessions, wait } = desk();
    const cookie = await sessions.begin(tokens({ refreshToken: undefined }));
    wait(hour - 1);
    expect((await sessions.of(cookie)).kind).toBe('open');
    wait(1);
    expect((await sessions.of(cookie)).kind).toBe('ended');
  });

  it('that the sign-in server refuses to renew goes on to the end of its token, and no further', async () => {
    const { sessions, wait, asked } = desk({ renew: () => Promise.resolve('refused') });
    const cookie = await sessions.begin(tokens());
    wait(59.5 * minute);
    expect(tokenOf(await sessions.of(cookie))).toBe('first');
    wait(minute);
    expect((await sessions.of(cookie)).kind).toBe('ended');
    expect(asked()).toBe(1);
  });

  it('is neither open nor over while the sign-in server is away, and is renewed when it is back', async () => {
    let away = true;
    const { sessions, wait, asked } = desk({
      renew: () =>
        away
          ? Promise.reject(new TypeError('fetch failed'))
          : Promise.resolve(tokens({ accessToken: 'back', endsAt: began + 3 * hour })),
    });
    const cookie = await sessions.begin(tokens());
    wait(59.5 * minute);
    expect(tokenOf(await sessions.of(cookie))).toBe('first');
    wait(minute);
    expect((await sessions.of(cookie)).kind).toBe('unknown');
    const before = asked();
    await sessions.of(cookie);
    expect(asked()).toBe(before);
    away = false;
    wait(6_000);
    expect(tokenOf(await sessions.of(cookie))).toBe('back');
  });

  it('is over for who has signed out, even if an answer on its way brings a cookie back', async () => {
    let answer: (tokens: Tokens) => void = () => undefined;
    const { sessions, wait, asked } = desk({ renew: () => new Promise((resolve) => (answer = resolve)) });
    const cookie = await sessions.begin(tokens());
    const held = await sessions.of(cookie);
    wait(59 * minute);
    const onItsWay = sessions.of(cookie);
    while (asked() === 0) await new Promise(setImmediate);
    if (held.kind === 'open') sessions.end(held.session);
    answer(tokens({ endsAt: began + 2 * hour }));
    expect((await onItsWay).kind).toBe('ended');
    expect((await sessions.of(cookie)).kind).toBe('ended');
  });

  it('is none without a cookie, and over with one that is not ours', async () => {
    const { sessions } = desk();
    expect(await sessions.of(undefined)).toEqual({ kind: 'none' });
    expect(await sessions.of('a=b')).toEqual({ kind: 'none' });
    expect(await sessions.of('passerelle-8080=forged')).toEqual({ kind: 'ended' });
  });

  it('follows the keys: a token that they refuse ends it, keys that are away do not', async () => {
    const { sessions, keysSay } = desk();
    const cookie = await sessions.begin(tokens());
    keysSay(503);
    expect((await sessions.of(cookie)).kind).toBe('unknown');
    keysSay(401);
    expect((await sessions.of(cookie)).kind).toBe('ended');
    await expect(sessions.begin(tokens())).rejects.toThrow();
  });

  it('leaves out what only makes leaving easier when tokens are long, and refuses what no browser would keep', async () => {
    const { sessions } = desk();
    const cookie = await sessions.begin(
      tokens({ accessToken: 'a'.repeat(1_500), idToken: 'i'.repeat(1_500) }),
    );
    expect(cookie.length).toBeLessThan(4_000);
    expect(await sessions.of(cookie)).toMatchObject({ kind: 'open', session: { refreshToken: 'again' } });
    expect(await sessions.of(cookie)).not.toHaveProperty('session.idToken');
    await expect(sessions.begin(tokens({ accessToken: 'a'.repeat(3_500) }))).rejects.toThrow('do not fit');
  });
});
