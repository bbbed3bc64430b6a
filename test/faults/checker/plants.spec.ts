import { slotAt } from './lived-in-town.spec';
import { territory } from './made-up-town.spec';
import { change, drop, entry, eventOf, state, type Plant } from './planting.spec';

const session = {
  service: 'legal-access',
  aggregate: 'session',
  id: 'session-1',
  type: 'SlotBooked',
} as const;
const aminaNeed = { service: 'ccas', aggregate: 'need', id: 'amina' } as const;

/** What each kind of failure would leave behind. */
export const plants: readonly Plant[] = [
  {
    what: 'an accepted command without its event',
    does: ({ accepted }) =>
      accepted.push({
        ...{ at: new Date(), what: 'note a need', service: 'ccas', aggregate: 'need' },
        ...{ aggregateId: 'nobody', events: ['NeedNoted'] },
      }),
    counts: { lost: 1 },
  },
  {
    what: 'a command accepted twice, with one event',
    does: ({ accepted }) => {
      const once = { at: new Date(), what: 'note', service: 'ccas', aggregate: 'need', aggregateId: 'amina' };
      accepted.push({ ...once, events: ['NoteAdded'] }, { ...once, events: ['NoteAdded'] });
    },
    counts: { lost: 1 },
  },
  {
    what: 'an event marked as published that is on no topic',
    does: ({ records }) => {
      const at = records.findIndex(({ headers }) => headers['ce_type'] === 'ConsentRecorded');
      records.splice(at, 1);
    },
    counts: { lost: 1 },
  },
  {
    what: 'an event on its topic that no journal has',
    does: (town) => {
      drop('people', 'journal', eventOf(town, 'people', 'person-chloe', 'PersonRegistered'))(town);
      drop('people', 'person', 'person-chloe')(town);
    },
    counts: { lost: 1 },
  },
  {
    what: 'an event behind the offset, and nothing in the inbox',
    does: drop('ccas', 'inbox', 'ccas.note-appointment amina'),
    counts: { lost: 1 },
  },
  {
    what: 'an event behind the offset, and an inbox that stands before it',
    does: change('legal-access', 'inbox', 'legal-access.join-persons person-again', () => ({ last: 1 })),
    counts: { lost: 1 },
  },
  {
    what: 'an event that was heard, without its link of the chain',
    does: (town) => {
      drop('ccas', 'chain-links', eventOf(town, 'legal-access', 'amina', 'AppointmentBooked'))(town);
    },
    counts: { lost: 1 },
  },
  {
    what: 'a need that nobody remembers the worker of',
    does: drop('notifications', 'need-workers', 'amina'),
    counts: { lost: 1 },
  },
  {
    what: 'a partner that legal access has forgotten',
    does: drop('legal-access', 'partner', 'partner-1'),
    // Its event has no effect, and at rest the two do not agree.
    counts: { lost: 2 },
  },
  {
    what: 'a merge that the CCAS does not know',
    does: drop('ccas', 'person-alias', 'person-again'),
    counts: { lost: 1 },
    untilRest: true,
  },
  {
    what: 'an appointment that the CCAS does not know',
    does: state('ccas', 'need', 'amina', { status: 'oriented' }),
    counts: { lost: 1 },
    untilRest: true,
  },
  {
    what: 'a fact that somebody should have been told',
    does: state('notifications', 'delivery', 'delivery-worker', { notice: 'another-notice' }),
    counts: { lost: 1 },
  },
  {
    what: 'a mail marked as sent that never came',
    does: ({ mails }) => mails.splice(0),
    counts: { lost: 1 },
  },
  {
    what: 'a mail of no delivery',
    does: (town) => town.mail('delivery-of-nobody'),
    counts: { lost: 1 },
    untilRest: true,
  },
  {
    what: 'an effect twice in one aggregate',
    does: (town) => {
      const causedBy = eventOf(town, 'legal-access', 'amina', 'AppointmentBooked');
      town.happen({ ...aminaNeed, type: 'AppointmentNoted', causedBy });
    },
    counts: { doubled: 1 },
  },
  {
    what: 'two deliveries of one fact to one person',
    does: (town) => {
      const { state: told } = town.all('notifications', 'delivery').get('delivery-mail')!;
      town.happen({
        service: 'notifications',
        aggregate: 'delivery',
        id: 'delivery-2',
        type: 'DeliveryPlanned',
      });
      town.become('notifications', 'delivery', 'delivery-2', { ...told, status: 'told' });
    },
    counts: { doubled: 1 },
  },
  {
    what: 'two Message-IDs of one delivery',
    does: (town) => town.mail('delivery-mail', 'autre.example'),
    counts: { doubled: 1 },
  },
  {
    what: 'a hole in a story',
    does: entry('ccas', 'bruno', 'NeedAcknowledged', ({ sequence }) => ({ sequence: Number(sequence) + 1 })),
    counts: { doubled: 1 },
  },
  {
    what: 'a version that the events do not make',
    does: change('ccas', 'need', 'bruno', ({ version }) => ({ version: Number(version) + 1 })),
    counts: { doubled: 1 },
  },
  {
    what: 'a document without a story',
    does: (town) =>
      town.put('ccas', 'need', 'nobody', { version: 1, territory, state: { status: 'closed' } }),
    counts: { doubled: 1 },
  },
  {
    what: 'one note twice',
    does: (town) => void town.happen({ ...aminaNeed, type: 'NoteAdded', data: { noteId: 'note-amina' } }),
    counts: { doubled: 1 },
  },
  {
    what: 'two permanence requests of one cause',
    does: (town) => {
      const asked = (id: string) =>
        ({ service: 'legal-access', aggregate: 'permanence-request', id }) as const;
      const data = { topic: 'family-law' };
      for (const id of ['asked-1', 'asked-2'])
        town.happen({ ...asked(id), type: 'PermanenceRequestOpened', data, causedBy: 'one-event' });
      for (const id of ['asked-1', 'asked-2']) {
        town.happen({ ...asked(id), type: 'PermanenceRequestClosed' });
        town.become('legal-access', 'permanence-request', id, { status: 'closed', ...data });
      }
    },
    counts: { doubled: 1 },
  },
  {
    what: 'a later event on its topic first',
    does: ({ records }) => {
      const of = (type: string) =>
        records.findIndex(({ key, headers }) => key === 'person-again' && headers['ce_type'] === type);
      const [first, second] = [of('PersonRegistered'), of('PersonMerged')];
      [records[first], records[second]] = [records[second]!, records[first]!];
    },
    counts: { disordered: 1 },
  },
  {
    what: 'effects of one key in the wrong order',
    does: (town) => {
      const consents = [...town.all('people', 'journal')].filter(
        ([, { type }]) => type === 'ConsentRecorded',
      );
      for (const [causedBy] of consents.reverse()) {
        town.happen({ ...aminaNeed, type: 'NoteAdded', data: { noteId: causedBy }, causedBy });
      }
    },
    counts: { disordered: 1 },
  },
  {
    what: 'an entry that waits to be published',
    does: entry('people', 'person-chloe', 'PersonRegistered', () => ({ pending: true })),
    counts: { stuck: 1 },
    untilRest: true,
  },
  {
    what: 'a parked event',
    does: (town) => {
      const event = eventOf(town, 'legal-access', 'amina', 'AppointmentBooked');
      const [reaction, key] = ['ccas.note-appointment', 'amina'];
      town.put('ccas', 'parked', `${reaction} ${event}`, { reason: 'failed', why: 'Error', reaction, key });
      drop('ccas', 'inbox', `${reaction} ${key}`)(town);
    },
    counts: { stuck: 1 },
    untilRest: true,
  },
  {
    what: 'a group that is not at the end of a topic',
    does: ({ behind }) => behind.set('ccas legal-access.request', 1),
    counts: { stuck: 1 },
    untilRest: true,
  },
  {
    what: 'a delivery that waits',
    does: state('notifications', 'delivery', 'delivery-mail', { status: 'sending' }),
    counts: { stuck: 1 },
    untilRest: true,
  },
  {
    what: 'a promise that never started',
    does: (town) => {
      town.happen({ service: 'ccas', aggregate: 'need', id: 'elise', type: 'NeedNoted' });
      town.become('ccas', 'need', 'elise', { status: 'awaiting-service', field: 'youth' });
      town.put('ccas', 'served-fields', `${territory}/youth`, {});
    },
    counts: { stuck: 1 },
    untilRest: true,
  },
  {
    what: 'a promise whose day has passed',
    does: state('ccas', 'need', 'bruno', { promise: { nextAt: new Date('2026-01-01') } }),
    counts: { stuck: 1 },
    untilRest: true,
  },
  {
    what: 'a slot given twice',
    does: (town) => void town.happen({ ...session, data: { startsAt: slotAt(0), needId: 'bruno' } }),
    counts: { broken: 1 },
  },
  {
    what: 'more bookings than slots',
    does: (town) => {
      for (const hour of [2, 3])
        town.happen({ ...session, data: { startsAt: slotAt(hour), needId: 'bruno' } });
    },
    counts: { broken: 1 },
  },
  {
    what: 'a need that waits and has a slot',
    does: state('legal-access', 'demand', 'demand-1', {
      waiting: [{ needId: 'bruno' }, { needId: 'amina' }],
    }),
    counts: { broken: 1 },
  },
  {
    what: 'an open permanence request that its demand does not know',
    does: (town) => {
      const asked = { service: 'legal-access', aggregate: 'permanence-request', id: 'asked-1' } as const;
      town.happen({ ...asked, type: 'PermanenceRequestOpened', data: { topic: 'family-law' } });
      town.become('legal-access', 'permanence-request', 'asked-1', { status: 'asked', topic: 'family-law' });
    },
    counts: { broken: 1 },
  },
  {
    what: 'two open requests of one person',
    does: state('legal-access', 'request', 'bruno', { personId: 'person-again' }),
    counts: { broken: 1 },
    untilRest: true,
  },
  {
    what: 'a record of a relay that had lost its lease',
    does: ({ records }) => {
      const last = records.findLast(({ topic }) => topic === 'people.person')!;
      records.push({ ...last, headers: { ...last.headers, ce_fence: '1' } });
    },
    counts: { staleFences: 1 },
  },
  {
    what: 'a mail that came again under its own Message-ID',
    does: (town) => town.mail('delivery-mail'),
    counts: { mailsAgain: 1 },
  },
];
