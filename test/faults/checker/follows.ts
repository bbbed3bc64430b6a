import type { ServiceName } from './evidence';

type Data = Readonly<Record<string, unknown>>;

export interface Listener {
  readonly service: ServiceName;
  /** What keys its inbox. */
  readonly reaction: string;
  /** Left out: every event of the type concerns it. */
  readonly when?: (data: Data) => boolean;
}

const legal = ({ field }: Data) => field === 'legal-access';
const ccas = (...reactions: string[]): Listener[] =>
  reactions.map((reaction) => ({ service: 'ccas', reaction: `ccas.${reaction}` }));
const legalAccess = (reaction: string, when?: Listener['when']): Listener => ({
  ...{ service: 'legal-access', reaction: `legal-access.${reaction}` },
  ...(when && { when }),
});
const told = (event: string): Listener => ({
  service: 'notifications',
  reaction: `notifications.tell-of-${event}`,
});

/**
 * Who must hear what: written here again, from what each service is for, so that a reaction that goes missing there is missed
 * here. Types that nobody hears have an empty row; a type without a row is itself a finding.
 */
export const heardBy: Readonly<Record<string, readonly Listener[]>> = {
  PersonRegistered: [],
  ConsentRecorded: [],
  PersonMerged: [...ccas('join-persons', 'record-person-merged'), legalAccess('join-persons')],
  PersonUnmerged: [...ccas('part-persons', 'record-person-unmerged'), legalAccess('part-persons')],
  PartnerRegistered: [...ccas('record-partner-registered'), legalAccess('know-partner')],
  PartnerChanged: [...ccas('record-partner-changed'), legalAccess('follow-partner')],
  FieldServed: ccas('know-served-field', 'record-field-served'),

  NeedIdentified: [
    legalAccess('file-request', legal),
    { service: 'notifications', reaction: 'notifications.remember-worker' },
  ],
  NeedNoted: [],
  UnclassifiedNeedClosed: [],
  NeedReoriented: [legalAccess('follow-reorientation')],
  NeedUnclassified: [legalAccess('release-unclassified', legal)],
  NeedReopened: [legalAccess('take-reopened', (data) => legal(data) && data['waitsSince'] !== undefined)],
  NeedHandedOver: [
    { service: 'notifications', reaction: 'notifications.follow-worker' },
    told('need-handed-over'),
  ],
  NeedWithdrawn: [legalAccess('close-withdrawn', legal)],
  NeedClosed: [legalAccess('close-closed', legal)],
  NeedExpired: [legalAccess('return-expired', legal), told('need-expired')],
  NeedReminderDue: [told('need-reminder-due')],
  PermanenceGoAheadGiven: [legalAccess('hear-go-ahead')],

  RequestWaiting: [...ccas('acknowledge-need', 'record-request-waiting'), told('request-waiting')],
  AppointmentBooked: [...ccas('note-appointment', 'record-appointment-booked'), told('appointment-booked')],
  AppointmentMoved: [...ccas('follow-appointment', 'record-appointment-moved'), told('appointment-moved')],
  AppointmentConfirmed: ccas('record-appointment-confirmed'),
  AppointmentCancelled: [
    ...ccas('resume-promise', 'record-appointment-cancelled'),
    told('appointment-cancelled'),
  ],
  AppointmentReminderDue: [...ccas('record-appointment-reminder-due'), told('appointment-reminder-due')],
  AttendanceRecorded: ccas('close-attended-need', 'record-attendance-recorded'),
  RequestReturned: [...ccas('take-need-back', 'record-request-returned'), told('request-returned')],
  RequestClosed: ccas('close-ended-need', 'record-request-closed'),

  PermanenceRequestHeld: [
    ...ccas('ask-go-ahead', 'record-permanence-request-held'),
    told('permanence-request-held'),
  ],
  PermanenceRequested: [...ccas('record-permanence-requested'), told('permanence-requested')],
  PermanenceRequestReminded: [
    ...ccas('record-permanence-request-reminded'),
    told('permanence-request-reminded'),
  ],
  PermanenceRequestAccepted: [
    ...ccas('record-permanence-request-accepted'),
    told('permanence-request-accepted'),
  ],
  PermanenceRequestDeclined: [
    ...ccas('record-permanence-request-declined'),
    told('permanence-request-declined'),
  ],
  PermanenceRequestUnanswered: [
    ...ccas('record-permanence-request-unanswered'),
    told('permanence-request-unanswered'),
  ],
  PermanenceRequestClosed: [
    ...ccas('drop-go-ahead', 'record-permanence-request-closed'),
    told('permanence-request-closed'),
  ],

  NoticeDelivered: ccas('record-notice-delivered'),
  NoticeAwaitsAgent: ccas('record-notice-awaits-agent'),
  NoticeFailed: ccas('record-notice-failed'),
};

/** What the group of each service reads to its end. */
export const readsTopics: readonly (readonly [service: ServiceName, topics: readonly string[]])[] = [
  [
    'ccas',
    [
      'people.person',
      'directory.partner',
      'legal-access.request',
      'legal-access.permanence-request',
      'notifications.delivery',
      'platform.served-field',
    ],
  ],
  ['legal-access', ['people.person', 'directory.partner', 'ccas.need', 'ccas.go-ahead']],
  ['notifications', ['ccas.need', 'legal-access.request', 'legal-access.permanence-request']],
];

export interface Owed {
  readonly on: string;
  readonly notice: string;
  readonly when?: (data: Data) => boolean;
}

const because =
  (...words: string[]) =>
  (data: Data) =>
    words.includes(String(data['because']));
const by =
  (...words: string[]) =>
  (data: Data) =>
    words.includes(String(data['by']));
const isExpected = ({ walkIn }: Data) => walkIn === false;

/** Who is told what: one delivery each, whatever becomes of it. */
export const owed: readonly Owed[] = [
  { on: 'AppointmentBooked', notice: 'appointment-booked', when: isExpected },
  { on: 'AppointmentBooked', notice: 'worker-appointment-booked', when: isExpected },
  { on: 'AppointmentMoved', notice: 'appointment-moved' },
  { on: 'AppointmentMoved', notice: 'worker-appointment-moved' },
  { on: 'AppointmentCancelled', notice: 'appointment-cancelled' },
  { on: 'AppointmentCancelled', notice: 'worker-appointment-cancelled', when: by('agent', 'session') },
  { on: 'AppointmentCancelled', notice: 'officers-appointment-cancelled', when: by('resident', 'ccas') },
  { on: 'AppointmentReminderDue', notice: 'appointment-reminder' },
  {
    ...{ on: 'RequestWaiting', notice: 'request-waits-again' },
    when: because('appointment-cancelled', 'session-cancelled', 'absent'),
  },
  { on: 'RequestWaiting', notice: 'worker-request-waiting', when: because('no-slot', 'absent') },
  {
    ...{ on: 'RequestReturned', notice: 'worker-request-returned' },
    when: because('absent-twice', 'agent-decision', 'resident-cancelled'),
  },
  { on: 'NeedReminderDue', notice: 'worker-need-reminder' },
  { on: 'NeedReminderDue', notice: 'officers-need-reminder', when: legal },
  { on: 'NeedExpired', notice: 'worker-need-expired' },
  { on: 'NeedExpired', notice: 'officers-need-expired', when: legal },
  {
    ...{ on: 'NeedHandedOver', notice: 'worker-needs-handed-over' },
    when: ({ needCount }) => needCount !== undefined,
  },
  { on: 'PermanenceRequested', notice: 'permanence-requested' },
  { on: 'PermanenceRequestReminded', notice: 'permanence-reminded' },
  { on: 'PermanenceRequestHeld', notice: 'permanence-held' },
  { on: 'PermanenceRequestAccepted', notice: 'permanence-accepted' },
  { on: 'PermanenceRequestDeclined', notice: 'permanence-declined' },
  { on: 'PermanenceRequestUnanswered', notice: 'permanence-unanswered' },
  { on: 'PermanenceRequestClosed', notice: 'permanence-closed' },
];
