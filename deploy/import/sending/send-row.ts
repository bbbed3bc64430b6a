import type { GoodRow } from '../rows/row';
import { idsOf } from '../rows/identity';
import { RowRefused, type Api } from './api';

export interface Sent {
  readonly line: number;
  readonly personId: string;
  /** Whether this row brought the person in, now or in an earlier run. */
  readonly broughtPerson: boolean;
  /** People who may be the same: kept apart, a person must look. */
  readonly maybe: readonly string[];
  readonly needId: string;
  /** Absent when the need waits in "à classer". */
  readonly topic?: string;
  readonly field?: string;
}

interface Match {
  readonly verdict: 'same' | 'doubtful' | 'new';
  readonly personId?: string;
  readonly candidates?: readonly Candidate[];
}
interface Candidate {
  readonly id?: string;
  readonly personId?: string;
}

/** Find the person or bring them in, then note the need: what an agent does, with ids that make it repeatable. */
export async function sendRow(api: Api, row: GoodRow, territory: string): Promise<Sent> {
  const ids = idsOf(row, territory);
  const identity = {
    firstName: row.firstName,
    lastName: row.lastName,
    birthDate: row.birthDate,
    phone: row.phone,
    email: row.email,
    address: row.address,
  };
  const match = await api.post<Match>('/api/people/persons/match', identity);
  const candidates = (match.candidates ?? []).map(idOf).filter((id) => id !== undefined);
  const known = match.verdict === 'same' ? match.personId : undefined;
  const personId = known ?? (await bringIn(api, ids.personId, identity, candidates));
  const need = await api.post<{ topic?: string | null; field?: string | null }>('/api/ccas/needs', {
    id: ids.needId,
    personId,
    words: row.words,
    note: row.note,
    urgency: row.urgency,
    contactedOn: row.contactedOn,
  });
  const broughtPerson = personId === ids.personId;
  return {
    line: row.line,
    personId,
    broughtPerson,
    maybe: broughtPerson ? candidates.filter((id) => id !== personId) : [],
    needId: ids.needId,
    ...(need.topic && { topic: need.topic }),
    ...(need.field && { field: need.field }),
  };
}

/** A look-alike can appear between the question and the creation: it is seen, then, and kept apart as well. */
async function bringIn(api: Api, id: string, identity: object, seen: string[]): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      const person = await api.post<{ id?: string }>('/api/people/persons', {
        id,
        ...identity,
        lookalikesSeen: seen,
      });
      return person.id ?? id;
    } catch (error) {
      const more = tries < 5 ? lookalikesIn(error) : [];
      if (!more.length) throw error;
      seen.push(...more.filter((candidate) => !seen.includes(candidate)));
    }
  }
}

function lookalikesIn(error: unknown): string[] {
  if (!(error instanceof RowRefused) || error.rule !== 'LookalikeFound') return [];
  const candidates = (error.problem['candidates'] as readonly Candidate[] | undefined) ?? [];
  return candidates.map(idOf).filter((id) => id !== undefined);
}

function idOf(candidate: Candidate): string | undefined {
  return candidate.personId ?? candidate.id;
}
