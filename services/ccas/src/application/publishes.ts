import * as contracts from '@passerelle/contracts';
import { publication, type Publication, type Published, type PublishTable } from '@passerelle/messaging';
import type { GoAhead, GoAheadEvent } from '../domain/go-ahead';
import type { KnownNeed, Need, NeedEvent } from '../domain/need';

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
