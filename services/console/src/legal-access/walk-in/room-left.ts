import type { ExpectedSlot, LegalSession } from '../../api/answers/legal-access';

export type DaySession = LegalSession<ExpectedSlot>;

/** The first place of a session that is neither taken nor over: what a walk-in is given. */
export function firstPlace(
  { status, slots }: Pick<DaySession, 'status' | 'slots'>,
  now: number,
): ExpectedSlot | undefined {
  if (status !== 'open') return undefined;
  return slots.find(({ needId, endsAt }) => needId === undefined && now < Date.parse(endsAt));
}
