import { parisDay } from '@passerelle/calendar';
import { refuse, type Decision } from '@passerelle/domain-kit';
import type { ClosedNeed, KnownNeed, NeedEvent } from './need';
import { promiseDates, resumedDates, type PromiseDates } from './promise';

/**
 * What takes back an act of the CCAS. What went out cannot be untold: services are told what is true now, and undo what
 * they did by their own rules.
 */
export function unclassify(
  { workerId, now }: { readonly workerId: string; readonly now: Date },
  need: KnownNeed,
): Decision<NeedEvent> {
  if (need.status === 'to-classify' || need.status === 'closed') return [];
  const { topic, field, chosen } = need;
  if (chosen?.workerId !== workerId) {
    return refuse('NotYourClassification', 'Vous n’avez pas choisi ce sujet : réorientez plutôt le besoin.');
  }
  if (parisDay(chosen.at) !== parisDay(now)) {
    return refuse(
      'ClassificationTooOld',
      'Un classement se reprend le jour même : réorientez plutôt le besoin.',
    );
  }
  return [{ type: 'NeedUnclassified', topic, field }];
}

export function reopen(
  { noteIds, now }: { readonly noteIds: readonly string[]; readonly now: Date },
  need: KnownNeed,
): Decision<NeedEvent> {
  if (need.status !== 'closed') return [];
  if (!need.before) {
    return refuse(
      'EndedByService',
      'Un service a terminé ce besoin. Notez-en un nouveau si la personne revient.',
    );
  }
  return [{ type: 'NeedReopened', noteIds, reopenedAt: now, ...promiseAgain(need, now) }];
}

/** Closed by mistake, its promise goes on as if nothing had been; a person who comes back another day is promised anew. */
function promiseAgain(
  { before, closedAt }: ClosedNeed,
  now: Date,
): Partial<PromiseDates & { readonly startedAt: Date }> {
  if (before?.status !== 'oriented' && before?.status !== 'placed') return {};
  const { promise } = before;
  if (parisDay(closedAt) !== parisDay(now)) return { startedAt: now, ...promiseDates(now) };
  return { startedAt: promise.startedAt, ...resumedDates(promise, now) };
}
