import { given } from '@passerelle/domain-kit';
import { needDecider } from './need.decide';
import type { NeedEvent, NeedSubject } from './need';

const now = new Date('2026-11-24T09:12:00Z');
const subject: NeedSubject = {
  personId: 'person-1',
  workerId: 'claire',
  urgency: 'urgent',
  contactedOn: '2026-11-20',
  notedAt: now,
};
const { notedAt: _at, ...form } = subject;
const housing = { topic: 'housing-law', field: 'legal-access' } as const;
const crèche = { topic: 'childcare-place', field: 'childcare' } as const;
/** Day 10 and day 30 at 08:00 in Paris, winter time. */
const dates = { remindAt: new Date('2026-12-04T07:00:00Z'), expireAt: new Date('2026-12-24T07:00:00Z') };

const noted: NeedEvent = { type: 'NeedNoted', ...subject, noteIds: [] };
const classified: NeedEvent = { type: 'NeedClassified', ...housing, by: 'wording' };
const oriented: NeedEvent = { type: 'NeedOriented', startedAt: now, ...dates };
const awaited: NeedEvent = { type: 'ServiceAwaited' };
const acknowledged: NeedEvent = { type: 'NeedAcknowledged' };
const at = { appointmentId: 'appointment-1', startsAt: new Date('2026-11-26T13:00:00Z') };
const placed: NeedEvent = { type: 'AppointmentNoted', ...at };
const returned: NeedEvent = { type: 'NeedReturned', because: 'absent-twice' };
const expired: NeedEvent = { type: 'NeedExpired', expiredAt: dates.expireAt };
const closed: NeedEvent = { type: 'NeedClosed', outcome: 'met', closedAt: now };

const topicAwaited: NeedEvent = { type: 'TopicAwaited' };
const byClaire = { by: 'worker', workerId: 'claire', chosenAt: now } as const;
const toClassify = [noted, topicAwaited];
const inService = [noted, classified, oriented, acknowledged];
const waitingForService = [noted, classified, awaited];
const withAppointment = [...inService, placed];
const need = (past: NeedEvent[]) => given(needDecider, past);

describe('identifying a need', () => {
  const identify = { do: 'identify', ...form, noteIds: ['note-1'], now } as const;

  it('starts the promise when a service takes its topic', () =>
    need([])
      .when({ ...identify, orientation: { ...housing, by: 'wording', served: true } })
      .then([{ ...noted, noteIds: ['note-1'] }, classified, oriented]));

  it('waits visibly, without a promise, when no service does', () =>
    need([])
      .when({ ...identify, orientation: { ...crèche, by: 'worker', served: false } })
      .then([
        { ...noted, noteIds: ['note-1'] },
        { type: 'NeedClassified', ...crèche, by: 'worker' },
        awaited,
      ]));

  it('waits in "à classer" when the words say nothing clear', () =>
    need([])
      .when(identify)
      .then([{ ...noted, noteIds: ['note-1'] }, topicAwaited]));

  it('refuses a contact that has not happened yet', () =>
    need([])
      .when({ ...identify, contactedOn: '2026-11-25' })
      .thenRefused('ContactInFuture'));

  it('does nothing when the form is sent twice', () =>
    need(inService)
      .when({ ...identify, personId: 'person-2' })
      .thenNothing());
});

describe('classifying', () => {
  const classify = {
    do: 'classify',
    orientation: { ...housing, served: true },
    workerId: 'claire',
    now,
  } as const;

  it('sends it to the service', () =>
    need(toClassify)
      .when(classify)
      .then([{ type: 'NeedClassified', ...housing, ...byClaire }, oriented]));

  it('refuses to change a topic this way', () =>
    need(waitingForService)
      .when({ ...classify, orientation: { ...crèche, served: false } })
      .thenRefused('AlreadyClassified'));

  it('does nothing when two workers say the same', () => need(inService).when(classify).thenNothing());
});

describe('reorienting', () => {
  const reorient = {
    do: 'reorient',
    orientation: { ...crèche, served: false },
    noteIds: ['why'],
    now,
  } as const;

  it.each([
    ['in a service', inService],
    ['with an appointment', withAppointment],
    ['returned', [...inService, returned]],
    ['expired', [...inService, expired]],
  ])('takes it from its service, from %s', (_where, past) =>
    need(past)
      .when(reorient)
      .then([
        {
          type: 'NeedReoriented',
          ...crèche,
          previousTopic: 'housing-law',
          previousField: 'legal-access',
          noteIds: ['why'],
        },
        awaited,
      ]),
  );

  const again = { ...reorient, orientation: { ...housing, served: true } };

  it('to the same topic is another promise, once the service gave it back', () =>
    need([...inService, returned])
      .when(again)
      .then([
        {
          type: 'NeedReoriented',
          ...housing,
          previousTopic: 'housing-law',
          previousField: 'legal-access',
          noteIds: ['why'],
        },
        oriented,
      ]));

  it('does nothing while it is already there', () => need(inService).when(again).thenNothing());
  it('refuses what has no topic yet', () => need(toClassify).when(reorient).thenRefused('NotClassifiedYet'));
  it('refuses what is closed', () =>
    need([...inService, closed])
      .when(reorient)
      .thenRefused('NeedIsClosed'));
});

describe('withdrawing and closing', () => {
  it('withdraws from anywhere, and that closes it', () =>
    need(withAppointment)
      .when({ do: 'withdraw', noteIds: [], now })
      .then([
        { type: 'NeedWithdrawn', noteIds: [] },
        { type: 'NeedClosed', outcome: 'withdrawn', closedAt: now, by: 'ccas' },
      ]));

  it('does nothing when it was withdrawn already', () =>
    need([...inService, { type: 'NeedClosed', outcome: 'withdrawn', closedAt: now }])
      .when({ do: 'withdraw', noteIds: [], now })
      .thenNothing());

  it('refuses to withdraw what ended otherwise', () =>
    need([...inService, closed])
      .when({ do: 'withdraw', noteIds: [], now })
      .thenRefused('NeedIsClosed'));

  it('closes what is back with the CCAS', () =>
    need([...inService, returned])
      .when({ do: 'close', outcome: 'returned', now })
      .then([{ type: 'NeedClosed', outcome: 'returned', closedAt: now, by: 'ccas' }]));

  it('refuses to close what a service has', () =>
    need(inService).when({ do: 'close', outcome: 'met', now }).thenRefused('NeedInService'));

  it('does nothing when it is closed with that outcome', () =>
    need([...inService, closed])
      .when({ do: 'close', outcome: 'met', now })
      .thenNothing());

  it('refuses everything about a need that nobody noted', () =>
    need([]).when({ do: 'withdraw', noteIds: [], now }).thenRefused('UnknownNeed'));

  it('takes a note even once closed', () =>
    need([...inService, closed])
      .when({ do: 'add-note', noteId: 'note-2' })
      .then([{ type: 'NoteAdded', noteId: 'note-2' }]));
});

describe('the promise', () => {
  const due = (instant: Date) => ({ do: 'fall-due', now: instant }) as const;
  const before = (instant: Date) => new Date(instant.getTime() - 1);

  it('starts when a service joins', () =>
    need(waitingForService).when({ do: 'start-promise', now }).then([oriented]));
  it('starts once', () => need(inService).when({ do: 'start-promise', now }).thenNothing());

  it('reminds on day 10 at 08:00', () => {
    need(inService)
      .when(due(before(dates.remindAt)))
      .thenNothing();
    need(inService)
      .when(due(dates.remindAt))
      .then([{ type: 'NeedReminded' }]);
  });

  it('reminds once', () =>
    need([...inService, { type: 'NeedReminded' }])
      .when(due(before(dates.expireAt)))
      .thenNothing());

  it('expires on day 30 at 08:00', () =>
    need([...inService, { type: 'NeedReminded' }])
      .when(due(dates.expireAt))
      .then([expired]));

  it.each([
    ['an appointment', withAppointment],
    ['a need that waits for its service', waitingForService],
    ['a need to classify', toClassify],
    ['a returned need', [...inService, returned]],
    ['an expired need', [...inService, expired]],
    ['a closed need', [...inService, closed]],
  ])('says nothing of %s', (_what, past) =>
    need(past)
      .when(due(new Date('2028-01-01T00:00:00Z')))
      .thenNothing(),
  );

  it('resumes with its dates when the appointment is lost', () =>
    need(withAppointment)
      .when({
        do: 'hear',
        fact: { what: 'appointment-lost', topic: 'housing-law', appointmentId: at.appointmentId },
        now,
      })
      .then([{ type: 'AppointmentLost', appointmentId: at.appointmentId, ...dates }]));

  it('but never on the very day', () => {
    const late = new Date('2026-12-28T10:00:00Z');
    const tomorrow = new Date('2026-12-29T07:00:00Z');
    const lost = {
      type: 'AppointmentLost',
      appointmentId: at.appointmentId,
      remindAt: tomorrow,
      expireAt: tomorrow,
    } as const;
    need(withAppointment)
      .when({ do: 'hear', fact: { what: 'waits', topic: 'housing-law' }, now: late })
      .then([lost]);
    need([...withAppointment, lost])
      .when(due(before(tomorrow)))
      .thenNothing();
    need([...withAppointment, lost])
      .when(due(tomorrow))
      .then([{ type: 'NeedExpired', expiredAt: tomorrow }]);
  });
});

describe('what the service says', () => {
  const hear = (fact: object) => ({ do: 'hear', fact: { topic: 'housing-law', ...fact }, now }) as never;
  const waits = hear({ what: 'waits' });

  it('that it waits there: acknowledged, once', () => {
    need([noted, classified, oriented]).when(waits).then([acknowledged]);
    need(inService).when(waits).thenNothing();
  });

  it('before it was heard that it serves the field: the promise starts', () =>
    need(waitingForService).when(waits).then([oriented, acknowledged]));

  it('an appointment, also for who was not acknowledged, or came back meanwhile', () => {
    const appointment = hear({ what: 'appointment', ...at });
    need([noted, classified, oriented]).when(appointment).then([acknowledged, placed]);
    need([...inService, expired])
      .when(appointment)
      .then([placed]);
    need(withAppointment).when(appointment).thenNothing();
  });

  it('another date of it', () => {
    const moved = { ...at, startsAt: new Date('2026-12-01T13:00:00Z') };
    need(withAppointment)
      .when(hear({ what: 'appointment', ...moved }))
      .then([{ type: 'AppointmentNoted', ...moved }]);
  });

  it('the loss of an older appointment changes nothing', () =>
    need(withAppointment)
      .when(hear({ what: 'appointment-lost', appointmentId: 'older' }))
      .thenNothing());

  it('that it gives it back', () => {
    need(inService)
      .when(hear({ what: 'returned', because: 'absent-twice' }))
      .then([returned]);
    need([...inService, expired])
      .when(hear({ what: 'returned', because: 'promise-expired' }))
      .thenNothing();
  });

  it('that the resident was seen, whatever the CCAS decided meanwhile', () => {
    const met = hear({ what: 'ended', outcome: 'met' });
    need(withAppointment).when(met).then([closed]);
    need(waitingForService).when(met).then([closed]);
    need([...inService, closed])
      .when(met)
      .thenNothing();
  });

  it('of a topic that the need has left: nothing', () =>
    need(withAppointment)
      .when(hear({ topic: 'debt', what: 'returned', because: 'agent-decision' }))
      .thenNothing());
});
