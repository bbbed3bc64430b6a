import type { LocalDate, SchoolZone } from '@passerelle/calendar';

/** Who sees a resident. The same words as the contracts'. */
export type Profession = 'lawyer' | 'jurist' | 'family-adviser' | 'victim-support' | 'mjd';

/** A permanence comes back by its rule; each of its dates is a session that owns its slots. */
export interface PermanenceFacts {
  readonly profession: Profession;
  readonly placeId: string;
  readonly room?: string;
  /** Days only: the time of day is `startTime`, on a Paris clock. */
  readonly rrule: string;
  readonly startTime: string;
  readonly durationMinutes: number;
  readonly slotMinutes: number;
  readonly topics: readonly string[];
  readonly skipPublicHolidays: boolean;
  readonly skipSchoolHolidays?: SchoolZone;
  /** First day, from which "every other week" is counted. */
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

export type Permanence =
  | { readonly status: 'none' }
  | ({
      readonly status: 'running';
      /** Sessions are open for every date up to this day, included. */
      readonly openUntil?: LocalDate;
    } & PermanenceFacts)
  | ({ readonly status: 'ended'; readonly lastDay: LocalDate } & PermanenceFacts);

export type PermanenceEvent =
  | ({ readonly type: 'PermanenceScheduled' } & PermanenceFacts)
  | { readonly type: 'SessionsOpened'; readonly until: LocalDate; readonly count: number }
  | { readonly type: 'PermanenceEnded'; readonly lastDay: LocalDate };

export function evolvePermanence(state: Permanence, event: PermanenceEvent): Permanence {
  if (event.type === 'PermanenceScheduled') {
    const { type: _type, ...facts } = event;
    return { status: 'running', ...facts };
  }
  if (state.status !== 'running') return state;
  if (event.type === 'SessionsOpened') return { ...state, openUntil: event.until };
  const { openUntil: _openUntil, ...facts } = state;
  return { ...facts, status: 'ended', lastDay: event.lastDay };
}
