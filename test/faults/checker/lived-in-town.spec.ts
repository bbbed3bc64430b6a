import { MadeUpTown, territory } from './made-up-town.spec';

const hours = (count: number) => new Date(Date.parse('2026-12-01T08:00:00.000Z') + count * 3_600_000);
export const slotAt = hours;
const topic = 'family-law';

/** Amina has a slot, Bruno waits; two files of Chloé are one; a partner is known; everybody was told. */
export function livedInTown(prefix?: string): MadeUpTown {
  const town = new MadeUpTown(prefix);
  persons(town);
  const served = town.happen({
    ...{ service: 'legal-access', aggregate: 'served-field', id: 'served', type: 'FieldAnnounced' },
    published: { topic: 'platform.served-field', type: 'FieldServed', data: { field: 'legal-access' } },
  });
  town.put('ccas', 'served-fields', `${territory}/legal-access`, { eventId: served });
  partner(town);
  town.happen({
    ...{ service: 'legal-access', aggregate: 'session', id: 'session-1', type: 'SessionOpened' },
    data: { slots: [{ startsAt: hours(0) }, { startsAt: hours(1) }] },
  });
  amina(town);
  bruno(town);
  const slots = [
    { needId: 'amina', appointmentId: 'appointment-1', startsAt: hours(0) },
    { startsAt: hours(1) },
  ];
  town.become('legal-access', 'session', 'session-1', { status: 'open', topics: [topic], slots });
  return town;
}

function persons(town: MadeUpTown): void {
  const person = { service: 'people', aggregate: 'person' } as const;
  const facts = 'people.person';
  for (const id of ['person-amina', 'person-bruno', 'person-chloe', 'person-again']) {
    town.become('people', 'person', id, { status: 'registered' });
    town.happen({ ...person, id, type: 'PersonRegistered', published: { topic: facts, data: {} } });
  }
  const merged = town.happen({
    ...{ ...person, id: 'person-again', type: 'PersonMerged' },
    published: { topic: facts, data: { into: 'person-amina' } },
  });
  town.happen({ ...person, id: 'person-amina', type: 'DuplicateAbsorbed', causedBy: merged });
  town.become('people', 'person', 'person-again', { status: 'merged', into: 'person-amina' });
  for (const service of ['ccas', 'legal-access'] as const) {
    town.put(service, 'person-alias', 'person-again', { into: 'person-amina' });
  }
  for (let time = 0; time < 2; time += 1) {
    town.happen({
      ...{ ...person, id: 'person-amina', type: 'ConsentRecorded' },
      published: { topic: facts, data: {} },
    });
  }
}

function partner(town: MadeUpTown): void {
  const known = { topics: [topic], rank: 1, active: true };
  town.become('directory', 'partner', 'partner-1', known);
  town.happen({
    ...{ service: 'directory', aggregate: 'partner', id: 'partner-1', type: 'PartnerRegistered' },
    published: { topic: 'directory.partner', data: known },
  });
  town.put('legal-access', 'partner', 'partner-1', { ...known, sequence: 1 });
}

/** Noted by the CCAS and filed by legal access; gives the id of what the CCAS told. */
function need(town: MadeUpTown, id: string): string {
  const ofNeed = { service: 'ccas', aggregate: 'need', id } as const;
  town.happen({ ...ofNeed, type: 'NeedNoted' });
  const identified = town.happen({
    ...{ ...ofNeed, type: 'NeedClassified' },
    published: { topic: 'ccas.need', type: 'NeedIdentified', data: { field: 'legal-access', topic } },
  });
  town.happen({ ...ofNeed, type: 'NoteAdded', data: { noteId: `note-${id}` } });
  town.put('notifications', 'need-workers', id, { sub: 'claire' });
  town.happen({
    ...{ service: 'legal-access', aggregate: 'request', id, type: 'RequestFiled', causedBy: identified },
  });
  return identified;
}

function amina(town: MadeUpTown): void {
  const id = 'amina';
  const identified = need(town, id);
  const where = { appointmentId: 'appointment-1', sessionId: 'session-1', startsAt: hours(0), walkIn: false };
  town.happen({
    ...{ service: 'legal-access', aggregate: 'session', id: 'session-1', type: 'SlotBooked' },
    ...{ data: { ...where, needId: id }, causedBy: identified },
  });
  const booked = town.happen({
    ...{ service: 'legal-access', aggregate: 'request', id, type: 'AppointmentBooked', causedBy: identified },
    ...{ data: where, published: { topic: 'legal-access.request', data: { ...where, topic } } },
  });
  const filed = { personId: 'person-amina', topic };
  town.become('legal-access', 'request', id, { status: 'placed', ...filed, appointment: where });
  town.happen({ service: 'ccas', aggregate: 'need', id, type: 'AppointmentNoted', causedBy: booked });
  const noted = { field: 'legal-access', topic, appointment: where };
  town.become('ccas', 'need', id, { status: 'placed', ...noted });
  sent(town, 'delivery-mail', booked);
  message(town, 'delivery-worker', 'worker-appointment-booked', booked, id);
}

function bruno(town: MadeUpTown): void {
  const id = 'bruno';
  const identified = need(town, id);
  const waits = town.happen({
    ...{ service: 'legal-access', aggregate: 'request', id, type: 'RequestQueued', causedBy: identified },
    published: {
      ...{ topic: 'legal-access.request', type: 'RequestWaiting' },
      data: { because: 'no-slot', topic },
    },
  });
  town.happen({
    service: 'legal-access',
    aggregate: 'demand',
    id: 'demand-1',
    type: 'WaitBegan',
    data: { topic },
  });
  town.become('legal-access', 'demand', 'demand-1', { topic, waiting: [{ needId: id }] });
  town.become('legal-access', 'request', id, { status: 'waiting', personId: 'person-bruno', topic });
  town.happen({ service: 'ccas', aggregate: 'need', id, type: 'NeedAcknowledged', causedBy: waits });
  town.become('ccas', 'need', id, { status: 'oriented', field: 'legal-access', topic, promise: {} });
  message(town, 'delivery-waiting', 'worker-request-waiting', waits, id);
}

function sent(town: MadeUpTown, id: string, becauseOf: string): void {
  const delivery = { service: 'notifications', aggregate: 'delivery', id, causedBy: becauseOf } as const;
  town.happen({ ...delivery, type: 'DeliveryPlanned' });
  town.happen({ ...delivery, type: 'SendingStarted' });
  town.happen({
    ...{ ...delivery, type: 'MailSent' },
    published: { topic: 'notifications.delivery', type: 'NoticeDelivered', data: {} },
  });
  const recipient = { kind: 'resident', personId: 'person-amina' };
  const state = { status: 'sent', notice: 'appointment-booked', becauseOf, recipient };
  town.become('notifications', 'delivery', id, state);
  town.mail(id);
}

function message(town: MadeUpTown, id: string, notice: string, becauseOf: string, needId: string): void {
  town.happen({
    ...{ service: 'notifications', aggregate: 'delivery', id, type: 'MessageLeft', causedBy: becauseOf },
    published: { topic: 'notifications.delivery', type: 'NoticeDelivered', data: {} },
  });
  const recipient = { kind: 'worker', sub: 'claire', needId };
  town.become('notifications', 'delivery', id, { status: 'in-app', notice, becauseOf, recipient });
}
