import type { Identity } from '../domain/identity';
import { readBirthDate } from '../domain/birth-date';
import { searchQuery } from '../domain/search-query';
import { maskedMail, maskedPhone } from '../domain/masked';
import { rankFound } from '../domain/rank-found';
import type { Known, Ports } from './ports';

export interface FoundPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly district?: string;
  readonly trackingCode: string;
  readonly score: number;
}

export interface FoundPersons {
  readonly items: readonly FoundPerson[];
  /** How many were found; `more` says that the search stopped there. */
  readonly total: number;
  readonly more: boolean;
}

const looked = 200;

/** One field finds a person: a name in any order, a phone, a mail, a birth date, a tracking code. Merged files show the kept one. */
export async function findPersons(
  ports: Ports,
  territory: string,
  query: string,
  limit: number,
  today: string,
): Promise<FoundPersons> {
  const asked = searchQuery(query, (typed) => readBirthDate(typed, today));
  const { terms } = asked;
  if (terms.length === 0) return { items: [], total: 0, more: false };
  const known = await ports.lookup.meeting(territory, asked, looked);
  const ranked = bestOfEach(known, (identity) => rankFound(identity, terms));
  const kept = ranked.slice(0, limit);
  const details = await ports.details.readMany(kept.map((one) => one.id));
  const items = kept.flatMap(({ id, score }): FoundPerson[] => {
    const found = details.get(id);
    if (!found) return [];
    const phone = found.phones.find((point) => point.normal !== undefined)?.normal;
    const mail = found.mails.find((point) => point.normal !== undefined)?.normal;
    return [
      {
        id,
        firstName: found.firstName,
        lastName: found.lastName,
        birthDate: found.birthDate,
        phone: phone === undefined ? undefined : maskedPhone(phone),
        email: mail === undefined ? undefined : maskedMail(mail),
        district: found.district,
        trackingCode: found.trackingCode,
        score,
      },
    ];
  });
  return { items, total: ranked.length, more: known.length >= looked };
}

/** Best score first, then by name, so that the same words always show the same list. */
function bestOfEach(known: readonly Known[], score: (identity: Identity) => number) {
  const best = new Map<string, { id: string; score: number; name: string }>();
  for (const { keptId, identity } of known) {
    const found = { id: keptId, score: score(identity), name: `${identity.last} ${identity.first}` };
    const before = best.get(keptId);
    if (!before || found.score > before.score) best.set(keptId, found);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.name.localeCompare(b.name));
}
