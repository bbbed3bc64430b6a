import { parisDay } from '@passerelle/calendar';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, Transaction, UnitOfWork } from '@passerelle/messaging';
import { ageBandOn } from '../domain/birth-date';
import { nameKey } from '../domain/identity';
import { lookupKeys, matchKeys } from '../domain/lookup-keys';
import type { Person } from '../domain/person';
import { drawTrackingCode } from '../domain/tracking-code';
import { compareWithKnown, show } from './look-alikes';
import { identityFrom, readForm, type PersonForm } from './person-form';
import type { PersonDetails, Ports } from './ports';

export interface Registration extends PersonForm {
  /** Made by the client: sending it again gives the first answer. */
  readonly id: string;
  /** Look-alikes that the agent has looked at and found to be other people. */
  readonly lookalikesSeen: readonly string[];
}

export interface Registered {
  readonly person: Loaded<Person>;
  readonly details: PersonDetails;
}

/** Brings a person in, unless somebody who may be the same has not been looked at yet. */
export function registerPerson(
  unitOfWork: UnitOfWork,
  ports: Ports,
  cause: Cause,
  registration: Registration,
): Promise<Registered | Refusal> {
  const { firstName, lastName } = registration;
  const lane = `${cause.territory}|${nameKey(firstName, lastName)}`;
  const work = async (tx: Transaction): Promise<Registered | Refusal> => {
    const before = await ports.persons.load(tx, registration.id);
    if (before.version > 0) return firstAnswer(ports, tx, before);
    const read = readForm(registration, parisDay(tx.now));
    if (isRefusal(read)) return read;
    const identity = identityFrom(read);
    await ports.locks.hold(tx, matchKeys(identity));
    const choice = await compareWithKnown(ports, tx.territory, identity, { tx });
    const unseen = choice.candidates.filter((one) => !registration.lookalikesSeen.includes(one.personId));
    if (unseen.length > 0) return lookalikeFound(await show(ports, choice, tx));
    const person = await ports.persons.decide(
      tx,
      registration.id,
      {
        type: 'RegisterPerson',
        district: read.district,
        ageBand: ageBandOn(read.birthDate, parisDay(tx.now)),
        now: tx.now,
      },
      { likelyNew: true },
    );
    if (isRefusal(person)) return person;
    const details = { ...read, trackingCode: await freeTrackingCode(ports, tx) };
    await ports.details.write(tx, registration.id, details);
    await ports.lookup.write(tx, registration.id, identity, lookupKeys(identity, details.trackingCode));
    return { person, details };
  };
  // The locks keep two processes apart; the lane spares one process the conflicts.
  return unitOfWork.run(cause, work, { lane });
}

async function firstAnswer(
  ports: Ports,
  tx: Transaction,
  before: Loaded<Person>,
): Promise<Registered | Refusal> {
  if (before.territory !== tx.territory) {
    return refuse('WrongTerritory', 'Cette fiche appartient à un autre territoire.');
  }
  const details = await ports.details.read(before.id, tx);
  return details
    ? { person: before, details }
    : refuse('UnknownPerson', 'Cette fiche a été effacée : créez-en une nouvelle.', 'id');
}

function lookalikeFound(details: object): Refusal & { readonly details: object } {
  const sentence =
    'Une personne de l’annuaire lui ressemble. Regardez si c’est elle avant de créer une nouvelle fiche.';
  return { ...refuse('LookalikeFound', sentence, 'lookalikesSeen'), details };
}

const draws = 50;

/** One in 78 billion collides with another; the unique index guards what two transactions draw at once. */
async function freeTrackingCode(ports: Ports, tx: Transaction): Promise<string> {
  for (let draw = 0; draw < draws; draw += 1) {
    const code = drawTrackingCode(ports.random);
    if (!(await ports.details.isTaken(tx, code))) return code;
  }
  throw new Error(`no free tracking code in ${draws} draws: the source of randomness is broken`);
}
