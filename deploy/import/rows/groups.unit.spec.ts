import fc from 'fast-check';
import { groupsOf } from './groups';
import type { GoodRow } from './row';

const few = (...values: string[]) => fc.constantFrom(...values);
const anyRow = fc.record({
  lastName: few('Perez', 'PEREZ', 'Pons', 'Jeanne', 'Colin'),
  firstName: few('Jeanne', 'Perez', 'Marthe', 'Noémi'),
  birthDate: fc.option(few('1950-02-18', '1976-06-24', '1989-09-20'), { nil: undefined }),
  phone: fc.option(few('0611111111', '0622222222', '0633333333', '0644444444'), { nil: undefined }),
  email: fc.option(few('a@example.org', 'b@example.org'), { nil: undefined }),
});
const anyRows = fc.array(anyRow, { maxLength: 30 }).map((rows) =>
  rows.map((row, at): GoodRow => ({
    ...row,
    line: at + 2,
    words: 'x',
    urgency: 'normal',
    contactedOn: '2026-10-01',
    remarks: [],
  })),
);

describe('rows that may speak of one person', () => {
  it('are all kept, once, in the order of the file', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const groups = groupsOf(rows);
        expect(groups.flat().sort((a, b) => a.line - b.line)).toEqual(rows);
        for (const group of groups) {
          expect(group.map(({ line }) => line)).toEqual(group.map(({ line }) => line).sort((a, b) => a - b));
        }
        const firsts = groups.map(([first]) => first!.line);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });

  it('never travel in two groups when they share a name, a birth date, a phone or a mail', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const groupOf = new Map(
          groupsOf(rows).flatMap((group, at) => group.map((row) => [row.line, at] as const)),
        );
        for (const a of rows) {
          for (const b of rows) {
            const shared =
              [a.lastName, a.firstName]
                .map((name) => name.toLowerCase())
                .sort()
                .join() ===
                [b.lastName, b.firstName]
                  .map((name) => name.toLowerCase())
                  .sort()
                  .join() ||
              (a.birthDate && a.birthDate === b.birthDate) ||
              (a.phone && a.phone === b.phone) ||
              (a.email && a.email === b.email);
            if (shared) expect(groupOf.get(a.line)).toBe(groupOf.get(b.line));
          }
        }
      }),
    );
  });
});
