import { isDeepStrictEqual } from 'node:util';
import { parisDay } from '@passerelle/calendar';
import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, UnitOfWork } from '@passerelle/messaging';
import { ageBandOn } from '../domain/birth-date';
import type { SafeContact } from '../domain/contact-points';
import { lookupKeys } from '../domain/lookup-keys';
import { normaliseMail } from '../domain/normalise-mail';
import { normalisePhone } from '../domain/normalise-phone';
import { personFields, type PersonField } from '../domain/person';
import { contactPoints, identityFrom, readDate, tidy, unnamedField } from './person-form';
import type { PersonDetails, Ports } from './ports';
import type { Registered } from './register-person';

interface TypedContact {
  readonly value: string;
  readonly preferred?: boolean;
}

/** Only what is named changes; `null` or an empty list erases it. */
export interface DetailsChange {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly birthDate?: string | null;
  readonly address?: string | null;
  readonly district?: string | null;
  readonly phones?: readonly TypedContact[];
  readonly mails?: readonly TypedContact[];
  readonly safeContact?: SafeContact;
}

/** Corrects a file. The journal says which fields changed, never to what. */
export function changeDetails(
  unitOfWork: UnitOfWork,
  ports: Ports,
  cause: Cause,
  id: string,
  version: number,
  change: DetailsChange,
): Promise<Registered | Refusal> {
  return unitOfWork.run(cause, async (tx) => {
    const before = await ports.details.read(id, tx);
    if (!before) return refuse('UnknownPerson', 'Cette personne n’est pas dans l’annuaire.', 'id');
    const today = parisDay(tx.now);
    const details = apply(before, change, today);
    if (isRefusal(details)) return details;
    const person = await ports.persons.decide(
      tx,
      id,
      {
        type: 'ChangeDetails',
        fields: differing(before, details),
        district: details.district,
        ageBand: ageBandOn(details.birthDate, today),
      },
      { expectedVersion: version },
    );
    if (isRefusal(person)) return person;
    if (person.version === version) return { person, details: before };
    const identity = identityFrom(details);
    await ports.details.write(tx, id, details);
    await ports.lookup.write(tx, id, identity, lookupKeys(identity, details.trackingCode));
    return { person, details };
  });
}

function apply(before: PersonDetails, change: DetailsChange, today: string): PersonDetails | Refusal {
  const names = {
    firstName: change.firstName === undefined ? before.firstName : tidy(change.firstName),
    lastName: change.lastName === undefined ? before.lastName : tidy(change.lastName),
  };
  const unnamed = unnamedField(names);
  if (unnamed) return unnamed;
  const birthDate = readDate(kept(change.birthDate, before.birthDate), today);
  if (isRefusal(birthDate)) return birthDate;
  return {
    ...before,
    ...names,
    birthDate,
    address: kept(change.address, before.address),
    district: kept(change.district, before.district),
    phones: change.phones === undefined ? before.phones : contactPoints(change.phones, normalisePhone),
    mails: change.mails === undefined ? before.mails : contactPoints(change.mails, normaliseMail),
    safeContact: change.safeContact ?? before.safeContact,
  };
}

function kept(changed: string | null | undefined, before: string | undefined): string | undefined {
  if (changed === undefined) return before;
  return changed === null || changed.trim() === '' ? undefined : tidy(changed);
}

function differing(before: PersonDetails, after: PersonDetails): PersonField[] {
  return personFields.filter((field) => !isDeepStrictEqual(plain(before[field]), plain(after[field])));
}

/** As it is stored: what is undefined is not there. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
