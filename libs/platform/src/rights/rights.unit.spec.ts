import fc from 'fast-check';
import { rightsAsMarkdown } from './rights-markdown';
import { allowedActs, coveredBy, hasRow, isRole, rightsOf } from './rights';
import { rights, roles, type Role } from './table';

const day = new Date('2026-12-03T10:00:00Z');

describe('the rights table', () => {
  it('gives a right to its roles, in their territory only', () => {
    const administrator = rightsOf(['administrator'], ['91645']);
    expect(administrator.may('list', 'parked-event', '91645')).toBe(true);
    expect(administrator.may('list', 'parked-event', '91477')).toBe(false);
    expect(rightsOf(['ccas-worker'], ['91645']).may('list', 'parked-event', '91645')).toBe(false);
    expect(rightsOf([], ['91645']).may('list', 'parked-event', '91645')).toBe(false);
    expect(administrator.may('list', 'nothing-of-the-sort', '91645')).toBe(false);
  });

  it('decides exactly what its rows say, for any roles and territories', () => {
    fc.assert(
      fc.property(
        fc.subarray([...roles]),
        fc.subarray(['91645', '91477', '75056']),
        fc.constantFrom(...rights),
        fc.constantFrom('91645', '91477', '75056'),
        (held, territories, [action, subject, allowed], territory) => {
          const says =
            territories.includes(territory) &&
            held.some((role) => (allowed as readonly Role[]).includes(role));
          expect(rightsOf(held, territories).may(action, subject, territory)).toBe(says);
        },
      ),
    );
  });

  it('lists what somebody may do, as it decides it', () => {
    expect(allowedActs([])).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...roles]), (held) => {
        const listed = allowedActs(held).map(({ act, subject }) => `${act} ${subject}`);
        const decided = rights
          .filter(([action, subject]) => rightsOf(held, ['91645']).may(action, subject, '91645'))
          .map(([action, subject]) => `${action} ${subject}`);
        expect(listed).toEqual(decided);
      }),
    );
    expect(allowedActs(['administrator'])).toContainEqual({ act: 'replay', subject: 'parked-event' });
    expect(allowedActs(['ccas-worker'])).not.toContainEqual({ act: 'replay', subject: 'parked-event' });
  });

  it('says each right once', () => {
    const names = rights.map(([action, subject]) => `${action} ${subject}`);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it('knows its rows and its roles', () => {
    expect(hasRow('replay', 'parked-event')).toBe(true);
    expect(hasRow('erase', 'parked-event')).toBe(false);
    expect(isRole('supervisor')).toBe(true);
    expect(isRole('mayor')).toBe(false);
  });

  it('reads as a table in the documentation', () => {
    const lines = rightsAsMarkdown().trimEnd().split('\n');
    expect(lines).toHaveLength(rights.length + 2);
    const replay = lines.find((line) => line.startsWith('| parked-event | replay |'))!;
    expect(replay.match(/✓/g)).toHaveLength(1);
    expect(replay.endsWith('| ✓ |')).toBe(true);
  });
});

describe('a right on a territory', () => {
  it('covers itself', () => expect(coveredBy(['91645'], '91645', day)).toBe(true));
  it('covers no other commune', () => expect(coveredBy(['91645'], '91477', day)).toBe(false));
  it('covers the communes of a grouping', () => expect(coveredBy(['200056232'], '91645', day)).toBe(true));
  it('does not reach from a commune to its grouping', () =>
    expect(coveredBy(['91645'], '200056232', day)).toBe(false));
  it('does not cover a commune of elsewhere', () =>
    expect(coveredBy(['200056232'], '75056', day)).toBe(false));
  it('does not cover before the grouping began', () =>
    expect(coveredBy(['200056232'], '91645', new Date('2015-06-01T00:00:00Z'))).toBe(false));
});
