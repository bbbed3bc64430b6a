import { z } from 'zod';
import { day, defineEvent, id, instant, slug } from './define';
import { ageBands, urgencies } from './vocabulary';

const topic = 'ccas.need';
const subject = { needId: id(), personId: id(), field: slug(), topic: slug() };

export const NeedIdentified = defineEvent({
  type: 'NeedIdentified',
  version: 1,
  topic,
  key: 'needId',
  summary:
    'A need has a topic: the service of its field takes it from here. Published once a need is classified.',
  schema: z.object({
    ...subject,
    urgency: z.enum(urgencies),
    /** The day the resident came; it orders a queue, it starts no delay. */
    contactedOn: day(),
    district: slug().optional(),
    ageBand: z.enum(ageBands).optional(),
  }),
});

export const NeedReoriented = defineEvent({
  type: 'NeedReoriented',
  version: 1,
  topic,
  key: 'needId',
  summary: 'A worker changed the topic: the service it leaves lets it go, the one it reaches takes it.',
  schema: z.object({
    ...subject,
    urgency: z.enum(urgencies),
    contactedOn: day(),
    previousField: slug(),
    previousTopic: slug(),
  }),
});

export const NeedReminderDue = defineEvent({
  type: 'NeedReminderDue',
  version: 1,
  topic,
  key: 'needId',
  summary: 'Ten days without an appointment or an outcome: the worker and the service are reminded.',
  schema: z.object({ ...subject, workerId: z.string() }),
});

export const NeedExpired = defineEvent({
  type: 'NeedExpired',
  version: 1,
  topic,
  key: 'needId',
  summary:
    'Thirty days without an appointment or an outcome: the promise is broken, the CCAS takes the resident back.',
  schema: z.object({ ...subject, workerId: z.string() }),
});

export const NeedWithdrawn = defineEvent({
  type: 'NeedWithdrawn',
  version: 1,
  topic,
  key: 'needId',
  summary: 'The resident or the worker gave the need up: its request closes and its slot is freed.',
  schema: z.object({ ...subject, workerId: z.string() }),
});

export const needOutcomes = ['met', 'returned', 'withdrawn', 'expired', 'duplicate'] as const;

export const NeedClosed = defineEvent({
  type: 'NeedClosed',
  version: 1,
  topic,
  key: 'needId',
  summary: 'The loop is closed: what became of the need.',
  schema: z.object({ ...subject, outcome: z.enum(needOutcomes), closedAt: instant() }),
});

export const PermanenceGoAheadGiven = defineEvent({
  type: 'PermanenceGoAheadGiven',
  version: 1,
  topic: 'ccas.go-ahead',
  key: 'permanenceRequestId',
  summary: 'A CCAS officer answered a permanence request that was held for a go-ahead.',
  schema: z.object({ permanenceRequestId: id(), granted: z.boolean(), officerId: z.string() }),
});

export const ccasContracts = [
  NeedIdentified,
  NeedReoriented,
  NeedReminderDue,
  NeedExpired,
  NeedWithdrawn,
  NeedClosed,
  PermanenceGoAheadGiven,
];
