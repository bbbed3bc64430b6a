import type { LocalDate } from '@passerelle/calendar';

/** A dated span in one room of a place. */
export interface Meeting {
  readonly day: LocalDate;
  /** What a Paris clock shows, `14:00`. */
  readonly startTime: string;
  readonly durationMinutes: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly room?: string;
}

/** The first of `planned` that meets one already `held` in the same room. Both are in order of time. */
export function roomClash(planned: readonly Meeting[], held: readonly Meeting[]): Meeting | undefined {
  return planned.find((one) =>
    held.some(
      (other) => one.room === other.room && one.startsAt < other.endsAt && other.startsAt < one.endsAt,
    ),
  );
}
