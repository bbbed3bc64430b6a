import type { PermanenceRequest } from '../../api/answers/legal-access';

/** How many dates given one at a time say that a regular one would be better. */
const oftenEnough = 2;

export function keepsComingBack(asked: readonly PermanenceRequest[]): boolean {
  return asked.filter(({ status }) => status === 'accepted').length >= oftenEnough;
}
