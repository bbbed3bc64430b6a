import fc from 'fast-check';
import { howToReach, noWishes, strictest, type Reachable } from './contact-points';
import { lastAnswers } from './merged-consents';
import type { Consents } from './person';

const file = (change: Partial<Reachable>): Reachable => ({
  phones: [],
  mails: [],
  safeContact: noWishes,
  ...change,
});
const point = (value: string, preferred = false, normal: string | undefined = value) => ({
  value,
  normal,
  preferred,
});

describe('how to reach a person', () => {
  it('takes the preferred ones', () => {
    const reach = howToReach([
      file({ phones: [point('+331'), point('+336', true)], mails: [point('a@x.fr', true)] }),
    ]);
    expect(reach).toEqual({ phone: '+336', mail: 'a@x.fr', safeContact: noWishes });
  });

  it('falls back on the files merged into it', () => {
    const reach = howToReach([
      file({ phones: [point('+331', true)] }),
      file({ mails: [point('b@x.fr', true)] }),
    ]);
    expect(reach).toMatchObject({ phone: '+331', mail: 'b@x.fr' });
  });

  it('never writes to what is no mail, but shows words about a phone', () => {
    const words = { value: 'voir avec sa mère', normal: undefined, preferred: true };
    expect(howToReach([file({ mails: [words], phones: [words] })])).toEqual({
      phone: 'voir avec sa mère',
      safeContact: noWishes,
    });
  });

  it('has nothing to say of who gave nothing', () => {
    expect(howToReach([file({})])).toEqual({ safeContact: noWishes });
  });

  it('keeps every wish of every file, whatever is merged with whatever', () => {
    const wishes = fc.record({
      doNotWrite: fc.boolean(),
      doNotLeaveMessage: fc.boolean(),
      neutralSubject: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(wishes, { minLength: 1, maxLength: 4 }), (all) => {
        const together = strictest(all);
        for (const one of all) {
          for (const wish of ['doNotWrite', 'doNotLeaveMessage', 'neutralSubject'] as const) {
            expect(together[wish] || !one[wish]).toBe(true);
          }
        }
      }),
    );
  });
});

describe('consents of merged files', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const consents = (answer: 'given' | 'refused' | 'unknown', day: number): Consents => ({
    'share-with-partners': { answer, at: at(day) },
    'special-needs': { answer: 'unknown', at: at(1) },
    'notes-sharing': { answer: 'unknown', at: at(1) },
  });
  const together = (...files: Consents[]) => lastAnswers(files)['share-with-partners'].answer;

  it('are the last real answer', () => {
    expect(together(consents('given', 2), consents('refused', 3))).toBe('refused');
    expect(together(consents('given', 3), consents('refused', 2))).toBe('given');
    expect(together(consents('given', 2), consents('unknown', 9))).toBe('given');
  });
  it('are the refusal when both were given at once', () => {
    expect(together(consents('refused', 2), consents('given', 2))).toBe('refused');
    expect(together(consents('given', 2), consents('refused', 2))).toBe('refused');
  });
  it('stay unknown when nobody answered', () => expect(together(consents('unknown', 2))).toBe('unknown'));
});
