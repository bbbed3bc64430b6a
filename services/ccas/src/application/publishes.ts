import * as contracts from '@passerelle/contracts';
import { publication, type Publication, type Published, type PublishTable } from '@passerelle/messaging';
import type { GoAhead, GoAheadEvent } from '../domain/go-ahead';
import type { KnownNeed, Need, NeedEvent } from '../domain/need';
import type { Referral, ReferralEvent } from '../domain/referral';

type Seen = KnownNeed & { readonly topic?: string; readonly field?: string };

/** Of whom; and of what, once it has a topic. */
function aboutOf({ id, state }: Published<Need>) {
  const { personId, topic, field } = state as Seen;
  return { needId: id, personId, ...(topic !== undefined && field !== undefined && { topic, field }) };
}

function queueOf({ state }: Published<Need>) {
  const { urgency, contactedOn } = state as KnownNeed;
  return { urgency, contactedOn };
}

/** What a service hears of a need; absent while it has no topic: no service is concerned then. */
function subjectOf(after: Published<Need>) {
  const { personId, workerId, topic, field, district, ageBand } = after.state as Seen;
  if (topic === undefined || field === undefined) return undefined;
  return {
    subject: { needId: after.id, personId, topic, field },
    queue: queueOf(after),
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
  TopicAwaited: (_event, after) => {
    const { needId, personId } = aboutOf(after);
    return publication(contracts.NeedNoted, { needId, personId });
  },
  NeedClassified: ({ previousTopic, previousField }, after) =>
    told(after, ({ subject, queue, groups, workerId }) =>
      // A topic chosen anew, after another was taken back, is heard as what it is: a need that moves.
      previousTopic !== undefined && previousField !== undefined
        ? publication(contracts.NeedReoriented, { ...subject, ...queue, previousTopic, previousField })
        : publication(contracts.NeedIdentified, { ...subject, ...queue, ...groups, workerId }),
    ),
  NeedUnclassified: ({ topic, field }, after) =>
    publication(contracts.NeedUnclassified, { ...aboutOf(after), topic, field }),
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
  NeedClosed: ({ outcome, closedAt: at }, after) => {
    const closedAt = at.toISOString();
    const { needId, personId } = aboutOf(after);
    return (
      told(after, ({ subject }) => publication(contracts.NeedClosed, { ...subject, outcome, closedAt })) ??
      publication(contracts.UnclassifiedNeedClosed, { needId, personId, outcome, closedAt })
    );
  },
  NeedReopened: ({ reopenedAt, startedAt }, after) => {
    const { status } = after.state;
    // Returned or expired, the CCAS has it; a service that is to come will want to have heard of it.
    const isForService = status === 'oriented' || status === 'awaiting-service';
    const waitsSince = (startedAt ?? reopenedAt).toISOString();
    return publication(contracts.NeedReopened, {
      ...aboutOf(after),
      ...queueOf(after),
      ...(isForService && { waitsSince }),
    });
  },
  NeedHandedOver: ({ workerId, needCount }, after) =>
    publication(contracts.NeedHandedOver, {
      ...aboutOf(after),
      workerId,
      ...(needCount !== undefined && { needCount }),
    }),
};

export const goAheadPublishes: PublishTable<GoAhead, GoAheadEvent> = {
  GoAheadAsked: 'internal',
  GoAheadAnswered: 'internal',
  GoAheadTakenBack: 'internal',
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
  ReferralHandedOver: 'internal',
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
