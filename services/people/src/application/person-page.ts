import type { Journal, Loaded } from '@passerelle/messaging';
import { howToReach, type HowToReach } from '../domain/contact-points';
import { lastAnswers } from '../domain/merged-consents';
import type { Person } from '../domain/person';
import type { Ports } from './ports';
import type { Registered } from './register-person';

/** One person, one page: the file, what was merged into it, and how to reach them. */
export async function personPage(ports: Ports, territory: string, id: string) {
  const person = await ports.persons.read(id);
  const details = await ports.details.read(id);
  if (!person || person.territory !== territory || !details) return undefined;
  const [kept, duplicateIds] = await Promise.all([ports.merges.keptOf([id]), ports.merges.duplicatesOf(id)]);
  const duplicates = await ports.details.readMany(duplicateIds);
  const states = await Promise.all(duplicateIds.map((duplicateId) => ports.persons.read(duplicateId)));
  const files = [details, ...duplicates.values()];
  return {
    ...fileOf({ person, details }),
    keptId: kept.get(id)?.id ?? id,
    duplicates: [...duplicates].map(([duplicateId, { firstName, lastName, birthDate }]) => ({
      id: duplicateId,
      version: states.find((one) => one?.id === duplicateId)?.version,
      firstName,
      lastName,
      birthDate,
    })),
    reach: howToReach(files),
    consents: lastAnswers([person, ...states].flatMap((one) => consentsOf(one))),
  };
}

/** The file itself, as the answer of a creation or a change. */
export function fileOf({ person, details }: Registered) {
  const { id, version, state } = person;
  return {
    id,
    version,
    status: state.status,
    ...details,
    ageBand: state.status === 'unknown' ? 'unknown' : state.ageBand,
    consents: consentsOf(person)[0],
  };
}

function consentsOf(person: Loaded<Person> | undefined) {
  return person === undefined || person.state.status === 'unknown' ? [] : [person.state.consents];
}

export interface ContactPointsAnswer extends Omit<HowToReach, 'safeContact'> {
  readonly firstName: string;
  readonly lastName: string;
  readonly wishes: HowToReach['safeContact'];
}

/** For `notifications`, at the moment of sending: through merges, with the strictest wishes of all the files. */
export async function contactPointsOf(ports: Ports, id: string): Promise<ContactPointsAnswer | undefined> {
  const keptId = (await ports.merges.keptOf([id])).get(id)?.id ?? id;
  const kept = await ports.details.read(keptId);
  if (!kept) return undefined;
  const duplicates = await ports.details.readMany(await ports.merges.duplicatesOf(keptId));
  const { safeContact, ...reach } = howToReach([kept, ...duplicates.values()]);
  return { firstName: kept.firstName, lastName: kept.lastName, ...reach, wishes: safeContact };
}

export interface NamedPerson {
  /** As asked. */
  readonly id: string;
  /** The file to open: another one when this one was merged. */
  readonly keptId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly trackingCode: string;
}

/** Names for the lists of other services; unknown ids and other towns are left out. */
export async function namesOf(
  ports: Ports,
  territory: string,
  ids: readonly string[],
): Promise<NamedPerson[]> {
  const kept = await ports.merges.keptOf(ids);
  const details = await ports.details.readMany([...new Set([...kept.values()].map((one) => one.id))]);
  return ids.flatMap((id) => {
    const file = kept.get(id);
    const found = file?.territory === territory ? details.get(file.id) : undefined;
    if (!file || !found) return [];
    const { firstName, lastName, birthDate, trackingCode } = found;
    return [{ id, keptId: file.id, firstName, lastName, birthDate, trackingCode }];
  });
}

/** The kept file first, then those merged into it, whichever of them is asked about. */
export async function filesOf(
  ports: Ports,
  territory: string,
  id: string,
): Promise<{ readonly keptId: string; readonly ids: readonly string[] } | undefined> {
  const kept = (await ports.merges.keptOf([id])).get(id);
  if (kept?.territory !== territory) return undefined;
  return { keptId: kept.id, ids: [kept.id, ...(await ports.merges.duplicatesOf(kept.id))] };
}

/** What happened to the file and to those merged into it, oldest first. Ids and names of fields only. */
export async function timelineOf(ports: Ports, journal: Journal, territory: string, id: string) {
  const person = await ports.persons.read(id);
  if (!person || person.territory !== territory) return undefined;
  const entries = await journal.timeline('person', id);
  return {
    items: entries.map(({ _id, type, data, actor, at, correlationId, causationId }) => ({
      id: _id,
      type,
      data,
      actor,
      at,
      correlationId,
      causationId,
    })),
  };
}
