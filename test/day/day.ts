import type { Api } from './api';
import type { Chance } from './chance';
import type { MailInbox } from './inbox';
import type { TownClock } from './town-clock';

/** Everything that the acts of the day share. */
export interface Day {
  readonly api: Api;
  readonly chance: Chance;
  readonly inbox: MailInbox;
  readonly clock: TownClock;
  /** One thing done, for the table at the end. */
  readonly did: (what: string, count?: number) => void;
  /** Everything that was caused so far has happened. */
  readonly settled: () => Promise<void>;
}

export interface List<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface Request {
  readonly needId: string;
  readonly version: number;
  readonly status: string;
  readonly personId: string;
  readonly topic: string;
  readonly absences: number;
  readonly appointment?: {
    readonly appointmentId: string;
    readonly sessionId: string;
    readonly startsAt: string;
    readonly confirmed: boolean;
  };
}
export type Placed = Request & { readonly appointment: NonNullable<Request['appointment']> };

export interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly needId?: string;
  readonly attendance?: string;
}

export interface Session {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly placeId?: string;
  readonly topics: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly slots: readonly Slot[];
  readonly free: number;
  readonly booked: number;
}

export const officer = 'nadia.lemoine';
export const reception = 'lucie.martin';
export const worker = 'claire.marchand';
export const ccasOfficer = 'paul.renard';

const HOUR = 3_600_000;

export async function requests(day: Day, filter: string): Promise<Request[]> {
  const all: Request[] = [];
  for (;;) {
    const path = `legal-access/requests?${filter}&limit=500&offset=${all.length}`;
    const { items, total } = await day.api.get<List<Request>>(officer, path);
    all.push(...items);
    // By id, so that a seed draws the same people from one import to the next.
    if (all.length >= total || items.length === 0) return all.sort((a, b) => (a.needId < b.needId ? -1 : 1));
  }
}

/** Who has an appointment at least so many hours ahead. */
export async function placedAhead(day: Day, hours: number): Promise<Placed[]> {
  const from = day.clock.now().getTime() + hours * HOUR;
  return (await requests(day, 'status=placed')).filter(
    (one): one is Placed =>
      one.appointment !== undefined && new Date(one.appointment.startsAt).getTime() >= from,
  );
}

export async function sessions(day: Day): Promise<readonly Session[]> {
  const { items } = await day.api.get<List<Session>>(officer, 'legal-access/sessions?limit=500');
  return items.filter(({ status }) => status === 'open');
}
