import { parisDay, parisTime } from '@passerelle/calendar';
import type { z } from 'zod';
import type { partnerAnswerBody } from './schemas';

export type PartnerAnswer = z.infer<typeof partnerAnswerBody>;

/** What a partner answered, as it is shown again. */
export type GivenAnswer =
  | { readonly answer: 'decline'; readonly reason?: string }
  | {
      readonly answer: 'accept';
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly slots: number;
      readonly placeId?: string;
      readonly placeName: string;
      readonly placeAddress: string;
    };

/** Whether a second answer says the same as the first. */
export function sameAnswer(first: GivenAnswer, second: PartnerAnswer): boolean {
  if (first.answer === 'decline') return second.answer === 'decline';
  if (second.answer === 'decline') return false;
  const samePlace =
    'placeId' in second
      ? first.placeId === second.placeId
      : first.placeName === second.placeName && first.placeAddress === second.address;
  const minutes = (first.endsAt.getTime() - first.startsAt.getTime()) / 60_000;
  return (
    samePlace &&
    parisDay(first.startsAt) === second.date &&
    parisTime(first.startsAt) === second.time &&
    minutes === second.durationMinutes
  );
}
