import * as contracts from '@passerelle/contracts';
import { publication, type Publication, type Published, type PublishTable } from '@passerelle/messaging';
import type { GoAhead, GoAheadEvent } from '../domain/go-ahead';
import type { KnownNeed, Need, NeedEvent } from '../domain/need';

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
