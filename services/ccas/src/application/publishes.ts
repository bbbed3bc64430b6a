import * as contracts from '@passerelle/contracts';
import { publication, type Publication, type Published, type PublishTable } from '@passerelle/messaging';
import type { GoAhead, GoAheadEvent } from '../domain/go-ahead';
import type { KnownNeed, Need, NeedEvent } from '../domain/need';
import type { Referral, ReferralEvent } from '../domain/referral';

/** What every contract of a need says; absent while it has no topic: nobody else has heard of it then. */
function subjectOf({ id, state }: Published<Need>) {
  const { personId, workerId, topic, field, urgency, contactedOn, district, ageBand } = state as KnownNeed & {
    topic?: string;
    field?: string;
  };
  if (topic === undefined || field === undefined) return undefined;
  return {
    subject: { needId: id, personId, topic, field },
    queue: { urgency, contactedOn },
    groups: {
      ...(district === undefined ? {} : { district }),
      ...(ageBand === undefined ? {} : { ageBand }),
    },
    workerId,
  };
}

type Told = NonNullable<ReturnType<typeof subjectOf>>;
const told = (after: Published<Need>, tell: (need: Told) => Publication): Publication | undefined => {
  const need = subjectOf(after);
  return need && tell(need);
};

export const needPublishes: PublishTable<Need, NeedEvent> = {
  NeedNoted: 'internal',
  NeedClassified: (_event, after) =>
    told(after, ({ subject, queue, groups }) =>
      publication(contracts.NeedIdentified, { ...subject, ...queue, ...groups }),
    ),
  ServiceAwaited: 'internal',
  NeedOriented: 'internal',
  NeedAcknowledged: 'internal',
  NeedReminded: (_event, after) =>
    told(after, ({ subject, workerId }) => publication(contracts.NeedReminderDue, { ...subject, workerId })),
  NeedExpired: (_event, after) =>
    told(after, ({ subject, workerId }) => publication(contracts.NeedExpired, { ...subject, workerId })),
  AppointmentNoted: 'internal',
  AppointmentLost: 'internal',
  NeedReturned: 'internal',
  NeedReferred: 'internal',
  NeedTakenBack: 'internal',
  NeedReoriented: ({ previousTopic, previousField }, after) =>
    told(after, ({ subject, queue }) =>
      publication(contracts.NeedReoriented, { ...subject, ...queue, previousTopic, previousField }),
    ),
  NeedWithdrawn: (_event, after) =>
    told(after, ({ subject, workerId }) => publication(contracts.NeedWithdrawn, { ...subject, workerId })),
  NoteAdded: 'internal',
  NeedClosed: ({ outcome, closedAt }, after) =>
    told(after, ({ subject }) =>
      publication(contracts.NeedClosed, { ...subject, outcome, closedAt: closedAt.toISOString() }),
    ),
};

export const goAheadPublishes: PublishTable<GoAhead, GoAheadEvent> = {
  GoAheadAsked: 'internal',
  GoAheadGiven: ({ granted, officerId }, { id }) =>
    publication(contracts.PermanenceGoAheadGiven, { permanenceRequestId: id, granted, officerId }),
  GoAheadNoLongerNeeded: 'internal',
};

/** Ids only: what was written to the partner, and how the person is reached, stay here. */
function referralOf({ id: referralId, state }: Published<Referral>) {
  if (state.status === 'unknown') throw new Error('a referral that nobody sent has nothing to say');
  const { needId, partnerId, field, topic, urgency, workerId } = state;
  return { referralId, needId, partnerId, field, topic, urgency, workerId };
}

/** Until when the partner's link answers. */
function answerableOf(after: Published<Referral>) {
  const { state } = after;
  const until =
    state.status === 'sent' || state.status === 'questioned'
      ? state.promise.expireAt
      : state.status === 'accepted' && state.outcomeBy;
  if (!until) throw new Error(`a referral that is ${state.status} waits for nobody`);
  return { ...referralOf(after), answerBy: until.toISOString() };
}

export const referralPublishes: PublishTable<Referral, ReferralEvent> = {
  ReferralSent: (_event, after) => publication(contracts.ReferralSent, answerableOf(after)),
  ReferralReminded: ({ waitsFor }, after) =>
    publication(contracts.ReferralReminded, { ...answerableOf(after), waitsFor }),
  ReferralQuestioned: (_event, after) => publication(contracts.ReferralQuestioned, answerableOf(after)),
  ReferralQuestionAnswered: (_event, after) =>
    publication(contracts.ReferralQuestionAnswered, answerableOf(after)),
  ReferralAccepted: (_event, after) => publication(contracts.ReferralAccepted, answerableOf(after)),
  ReferralDeclined: (_event, after) => publication(contracts.ReferralDeclined, referralOf(after)),
  ReferralExpired: ({ waitsFor }, after) =>
    publication(contracts.ReferralExpired, { ...referralOf(after), waitsFor }),
  ReferralWithdrawn: ({ because }, after) =>
    publication(contracts.ReferralWithdrawn, { ...referralOf(after), because }),
  ReferralClosed: ({ outcome, by }, after) =>
    publication(contracts.ReferralClosed, { ...referralOf(after), outcome, by }),
};
