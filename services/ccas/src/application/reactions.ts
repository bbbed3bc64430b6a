import * as contracts from '@passerelle/contracts';
import type { Refusal } from '@passerelle/domain-kit';
import { reaction, type Loaded, type Reaction, type Transaction } from '@passerelle/messaging';
import type { Need } from '../domain/need';
import type { Fact } from '../domain/need.hear';
import { recordLinks } from './chain/record-links';
import type { Ports } from './ports';

/** Everything this service hears. */
export const reactions = (ports: Ports): Reaction[] => [
  ...ofAppointments(ports),
  ...ofEnds(ports),
  ...ofPermanences(ports),
  ...ofTheTown(ports),
  ...recordLinks(ports),
];

const ofAppointments = (ports: Ports): Reaction[] => [
  reaction({
    name: 'ccas.acknowledge-need',
    on: contracts.RequestWaiting,
    from: 'beginning',
    run: ({ data: { needId, topic } }, tx) => hear(ports, tx, needId, { what: 'waits', topic }),
  }),
  reaction({
    name: 'ccas.note-appointment',
    on: contracts.AppointmentBooked,
    from: 'beginning',
    run: ({ data }, tx) => hear(ports, tx, data.needId, appointmentOf(data)),
  }),
  reaction({
    name: 'ccas.follow-appointment',
    on: contracts.AppointmentMoved,
    from: 'beginning',
    run: ({ data }, tx) => hear(ports, tx, data.needId, appointmentOf(data)),
  }),
  reaction({
    name: 'ccas.resume-promise',
    on: contracts.AppointmentCancelled,
    from: 'beginning',
    run: ({ data: { needId, topic, appointmentId } }, tx) =>
      hear(ports, tx, needId, { what: 'appointment-lost', topic, appointmentId }),
  }),
];

const ofEnds = (ports: Ports): Reaction[] => [
  reaction({
    name: 'ccas.close-attended-need',
    on: contracts.AttendanceRecorded,
    from: 'beginning',
    // An absence says nothing yet: the service has the resident wait again, or gives the need back.
    run: async ({ data: { needId, topic, attendance } }, tx) =>
      attendance === 'attended'
        ? hear(ports, tx, needId, { what: 'ended', topic, outcome: 'met' })
        : undefined,
  }),
  reaction({
    name: 'ccas.take-need-back',
    on: contracts.RequestReturned,
    from: 'beginning',
    run: ({ data: { needId, topic, because } }, tx) =>
      hear(ports, tx, needId, { what: 'returned', topic, because }),
  }),
  reaction({
    name: 'ccas.close-ended-need',
    on: contracts.RequestClosed,
    from: 'beginning',
    run: async ({ data: { needId, topic, outcome } }, tx) => {
      // The CCAS said so itself, and may have reopened the need since.
      if (outcome === 'reoriented' || outcome === 'withdrawn') return undefined;
      return hear(ports, tx, needId, {
        what: 'ended',
        topic,
        outcome: outcome === 'attended' ? 'met' : outcome,
      });
    },
  }),
];

const ofPermanences = (ports: Ports): Reaction[] => [
  reaction({
    name: 'ccas.ask-go-ahead',
    on: contracts.PermanenceRequestHeld,
    from: 'beginning',
    run: ({ data: { permanenceRequestId, topic, waitingCount, because } }, tx) =>
      ports.goAheads.decide(tx, permanenceRequestId, {
        do: 'ask',
        topic,
        waitingCount,
        because,
        now: tx.now,
      }),
  }),
  reaction({
    name: 'ccas.drop-go-ahead',
    on: contracts.PermanenceRequestClosed,
    from: 'beginning',
    run: ({ data: { permanenceRequestId } }, tx) =>
      ports.goAheads.decide(tx, permanenceRequestId, { do: 'give-up' }),
  }),
];

const ofTheTown = (ports: Ports): Reaction[] => [
  reaction({
    name: 'ccas.know-served-field',
    on: contracts.FieldServed,
    from: 'beginning',
    run: ({ id, data: { field } }, tx) => ports.servedFields.know(tx, field, id),
  }),
  reaction({
    name: 'ccas.join-persons',
    on: contracts.PersonMerged,
    from: 'beginning',
    run: ({ data: { personId, into } }, tx) => ports.aliases.join(tx, personId, into),
  }),
  reaction({
    name: 'ccas.part-persons',
    on: contracts.PersonUnmerged,
    from: 'beginning',
    run: ({ data: { personId } }, tx) => ports.aliases.part(tx, personId),
  }),
];

function hear(ports: Ports, tx: Transaction, needId: string, fact: Fact): Promise<Loaded<Need> | Refusal> {
  return ports.needs.decide(tx, needId, { do: 'hear', fact, now: tx.now });
}

function appointmentOf(data: { topic: string; appointmentId: string; startsAt: string }): Fact {
  const { topic, appointmentId, startsAt } = data;
  return { what: 'appointment', topic, appointmentId, startsAt: new Date(startsAt) };
}
