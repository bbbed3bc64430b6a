import type { DayList, LegalRequest } from '../../api/answers/legal-access';

/** An appointment of today, or a past one whose end nobody noted. */
export interface Due {
  readonly needId: string;
  readonly personId: string;
  readonly topicLabel: string;
  readonly startsAt: string;
  readonly placeName: string;
  readonly confirmed: boolean;
}

/** One line an appointment, the oldest first. */
export function dueFrom(past: readonly LegalRequest[], today: DayList['items']): Due[] {
  const all = [...past.flatMap(pastDue), ...today.flatMap(dueToday)];
  const rows = new Map(all.map((due) => [due.needId, due]));
  return [...rows.values()].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

function pastDue({ needId, personId, topicLabel, appointment }: LegalRequest): Due[] {
  if (!appointment) return [];
  const { startsAt, placeName, confirmed = false } = appointment;
  return [{ needId, personId, topicLabel, startsAt, placeName, confirmed }];
}

function dueToday({ placeName, slots }: DayList['items'][number]): Due[] {
  return slots.flatMap(({ needId, personId, topicLabel = '', startsAt, confirmed = false, attendance }) =>
    needId === undefined || personId === undefined || attendance !== undefined
      ? []
      : [{ needId, personId, topicLabel, startsAt, placeName, confirmed }],
  );
}
