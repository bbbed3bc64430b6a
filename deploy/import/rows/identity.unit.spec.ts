import { idsOf } from './identity';
import type { GoodRow } from './row';

const row: GoodRow = {
  line: 2,
  lastName: 'Pérez',
  firstName: 'Jeanne',
  birthDate: '1950-02-18',
  phone: '0633667777',
  words: 'Divorce en cours',
  urgency: 'normal',
  contactedOn: '2026-10-24',
  remarks: [],
};
const same = (change: Partial<GoodRow>, territory = '91645') => {
  const [a, b] = [idsOf(row, '91645'), idsOf({ ...row, ...change }, territory)];
  return a.needId === b.needId && a.personId === b.personId;
};

describe('the ids of a row', () => {
  it('are the same for the same contact, wherever and however it is written', () => {
    expect(
      same({
        line: 900,
        lastName: 'PEREZ',
        words: ' divorce  en COURS ',
        note: 'x',
        urgency: 'urgent',
        remarks: ['x'],
      }),
    ).toBe(true);
  });

  it.each([
    { words: 'divorce' },
    { contactedOn: '2026-10-25' },
    { firstName: 'Jean' },
    { phone: '0600000000' },
    { birthDate: undefined },
  ])('differ with %j', (change) => expect(same(change)).toBe(false));

  it('differ from one town to another, and from the person to the need', () => {
    expect(same({}, '91477')).toBe(false);
    const { personId, needId } = idsOf(row, '91645');
    expect(personId).not.toBe(needId);
    expect([personId, needId]).toEqual([
      expect.stringMatching(/^[0-9a-f-]{14}5/),
      expect.stringMatching(/^[0-9a-f-]{14}5/),
    ]);
  });
});
