import type { LegalRequest, LegalSession, ExpectedSlot } from '../../api/answers/legal-access';
import { dueFrom } from './due';

const where = { placeName: 'Mairie' } as const;
const request = (needId: string, startsAt: string) =>
  ({ needId, personId: 'p', topicLabel: 'Logement', appointment: { startsAt, ...where } }) as LegalRequest;
const session = (slots: readonly ExpectedSlot[]) => ({ ...where, slots }) as LegalSession<ExpectedSlot>;

it('lists each appointment once, the oldest first, without those that are noted', () => {
  const past = [request('b', '2026-12-03T09:00:00Z'), request('a', '2026-12-01T09:00:00Z')];
  const slot = (needId: string | undefined, startsAt: string, rest = {}) =>
    ({ needId, personId: needId && 'p', startsAt, ...rest }) as ExpectedSlot;
  const today = [
    session([
      slot('b', '2026-12-03T09:00:00Z'),
      slot('c', '2026-12-03T08:30:00Z', { attendance: 'attended' }),
      slot(undefined, '2026-12-03T10:00:00Z'),
      slot('d', '2026-12-03T11:00:00Z'),
    ]),
  ];
  expect(dueFrom(past, today).map(({ needId }) => needId)).toEqual(['a', 'b', 'd']);
});
