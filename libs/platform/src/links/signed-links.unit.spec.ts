import fc from 'fast-check';
import { SignJWT } from 'jose';
import { signLink, verifyLink } from './signed-links';

const key = 'k'.repeat(32);
const now = new Date('2026-12-03T10:00:00Z');
const claims = { purpose: 'permanence-answer', id: 'r1', partnerId: 'p1', attempt: 2 };
const sign = (over: object = {}, with_ = key) =>
  signLink(with_, { ...claims, expiresAt: new Date('2026-12-10T10:00:00Z'), ...over });

describe('a signed link', () => {
  it('gives its claims back for its purpose', async () => {
    expect(await verifyLink(key, 'permanence-answer', await sign(), now)).toMatchObject(claims);
  });

  it('expires', async () => {
    const late = new Date('2026-12-10T10:00:01Z');
    expect(await verifyLink(key, 'permanence-answer', await sign(), late)).toMatchObject({
      refused: 'LinkExpired',
    });
  });

  it('is forged for another purpose, under another key, or without signature', async () => {
    const none = `${Buffer.from('{"alg":"none","typ":"passerelle-link+jwt"}').toString('base64url')}.${(await sign()).split('.')[1]}.`;
    const typeless = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('9999d')
      .sign(new TextEncoder().encode(key));
    const attempts = [
      verifyLink(key, 'appointment-answer', await sign(), now),
      verifyLink(key, 'permanence-answer', await sign({}, 'x'.repeat(32)), now),
      verifyLink(key, 'permanence-answer', none, now),
      verifyLink(key, 'permanence-answer', typeless, now),
      verifyLink(key, 'permanence-answer', '', now),
    ];
    for (const attempt of attempts) expect(await attempt).toMatchObject({ refused: 'LinkForged' });
  });

  it('is forged when any character is changed or cut', async () => {
    const token = await sign();
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom('A', 'z', '.', ''), async (at, other) => {
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(await verifyLink(key, 'permanence-answer', changed, now)).toHaveProperty('refused');
      }),
    );
  });

  it('needs a key of 32 characters', async () => {
    await expect(sign({}, 'short')).rejects.toThrow('fewer than 32');
  });
});
