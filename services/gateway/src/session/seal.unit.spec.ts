import fc from 'fast-check';
import { Seal } from './seal';

const old = 'an old secret of at least thirty-two characters';
const fresh = 'a new secret of at least thirty-two characters';

describe('a seal', () => {
  it('opens what it has sealed, which nobody reads in between', async () => {
    const seal = new Seal([fresh]);
    const sealed = await seal.seal('session', { accessToken: 'eyJ.secret', endsAt: 7 });
    expect(sealed).not.toContain('secret');
    expect(Buffer.from(sealed.split('.')[3]!, 'base64url').toString()).not.toContain('secret');
    expect(await seal.open('session', sealed)).toEqual({ accessToken: 'eyJ.secret', endsAt: 7 });
  });

  it('opens nothing that was changed, at any place', async () => {
    const seal = new Seal([fresh]);
    const sealed = await seal.seal('session', { endsAt: 7 });
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom('A', 'Q', 'g', 'w'), async (at, letter) => {
        // The last letter of a part has bits that mean nothing.
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        fc.pre(bytesOf(changed) !== bytesOf(sealed));
        expect(await seal.open('session', changed)).toBeUndefined();
      }),
    );
  });

  it('opens nothing of another secret, of another purpose, or that is no seal', async () => {
    const seal = new Seal([fresh]);
    expect(await seal.open('session', await new Seal([old]).seal('session', {}))).toBeUndefined();
    expect(await seal.open('session', await seal.seal('sign-in', {}))).toBeUndefined();
    for (const none of ['', 'x', 'a.b.c.d.e', '....']) {
      expect(await seal.open('session', none)).toBeUndefined();
    }
  });

  it('opens what an older secret sealed, and seals by the new one', async () => {
    const both = new Seal([fresh, old]);
    expect(await both.open('session', await new Seal([old]).seal('session', { a: 1 }))).toEqual({ a: 1 });
    expect(await new Seal([fresh]).open('session', await both.seal('session', { a: 2 }))).toEqual({ a: 2 });
  });
});

function bytesOf(sealed: string): string {
  return sealed
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('hex'))
    .join('.');
}
