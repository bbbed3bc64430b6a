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
  readonly personId: string;
}

/**
 * Find the person or bring them in, then note the need: what an agent does, with ids that make it repeatable.
 * `first` says that no earlier row of the file can be about the same person: most such people are new, and one call does.
 */
export async function sendRow(api: Api, row: GoodRow, territory: string, first: boolean): Promise<Sent> {
  const ids = idsOf(row, territory);
  const { personId, maybe } = await personOf(api, row, ids.personId, first);
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
    maybe: broughtPerson ? maybe.filter((id) => id !== personId) : [],
    needId: ids.needId,
    ...(need.topic && { topic: need.topic }),
    ...(need.field && { field: need.field }),
  };
}

interface Found {
  readonly personId: string;
  readonly maybe: readonly string[];
}

async function personOf(api: Api, row: GoodRow, newId: string, first: boolean): Promise<Found> {
  const { firstName, lastName, birthDate, phone, email, address } = row;
  const identity = { firstName, lastName, birthDate, phone, email, address };
  let match: Match = { verdict: 'new' };
  if (!first) match = await api.post<Match>('/api/people/persons/match', identity);
  const seen = new Set(idsIn(match));
  // A look-alike can appear between the question and the creation: it is looked at in its turn.
  for (let tries = 0; ; tries++) {
    if (match.verdict === 'same' && match.personId) return { personId: match.personId, maybe: [...seen] };
    const answer = await register(api, { id: newId, ...identity, lookalikesSeen: [...seen] });
    if ('id' in answer) return { personId: answer.id, maybe: [...seen] };
    match = answer.lookalikes;
    for (const id of idsIn(match)) seen.add(id);
    if (tries === 5) throw answer.refusal;
  }
}

async function register(
  api: Api,
  person: { id: string; lookalikesSeen: readonly string[] },
): Promise<{ id: string } | { lookalikes: Match; refusal: RowRefused }> {
  try {
    return { id: (await api.post<{ id?: string }>('/api/people/persons', person)).id ?? person.id };
  } catch (refusal) {
    if (!(refusal instanceof RowRefused) || refusal.rule !== 'LookalikeFound') throw refusal;
    return { lookalikes: refusal.problem as unknown as Match, refusal };
  }
}

function idsIn({ candidates = [] }: Match): string[] {
  return candidates.map(({ personId }) => personId);
}
