import getPublicHolidays from '@socialgouv/jours-feries';
import type { Place } from '../../api/answers/legal-access';
import { addDays, dayWords, minutesOf, weekdayOf } from '../../ui/calendar';
import { Card } from '../../ui/card';
import type { PermanenceForm } from './permanence-form';
import { daysOf } from './rule';

const shownAtMost = 8;
const lookedAtDays = 400;

interface DatesPreviewProps {
  readonly form: PermanenceForm;
  readonly place: Place | undefined;
}

/** The first dates, with what stands against them, before anything is saved. */
export function DatesPreview({ form, place }: DatesPreviewProps) {
  const days = form.from === '' ? [] : datesOf(form);
  return (
    <Card title="Premières dates">
      <div role="status">
        {days.length === 0 ? (
          <p className="text-ink-2">Choisissez les jours : les premières dates s’affichent ici.</p>
        ) : (
          <ol className="flex flex-col gap-1">
            {days.slice(0, shownAtMost).map((day) => (
              <li key={day}>
                <Line day={day} form={form} place={place} />
              </li>
            ))}
          </ol>
        )}
      </div>
      {form.skipSchoolHolidays && (
        <p className="mt-2 text-xs text-ink-3">
          Les dates en vacances scolaires sont retirées à l’enregistrement.
        </p>
      )}
    </Card>
  );
}

function datesOf(form: PermanenceForm): string[] {
  const furthest = addDays(form.from, lookedAtDays);
  const to = form.to !== '' && form.to < furthest ? form.to : furthest;
  return daysOf(form, form.from, to);
}

function Line({ day, form, place }: DatesPreviewProps & { readonly day: string }) {
  const holiday = publicHoliday(day);
  if (holiday !== undefined && form.skipPublicHolidays) {
    return (
      <span className="text-ink-3">
        <s>{dayWords(day)}</s> : férié ({holiday})
      </span>
    );
  }
  return (
    <>
      {dayWords(day)}
      {holiday !== undefined && <span className="text-warn"> : férié ({holiday})</span>}
      {place && !isOpen(place, day, form) && <span className="text-bad"> : lieu fermé à ces heures</span>}
    </>
  );
}

function isOpen({ openings }: Place, day: string, { startTime, endTime }: PermanenceForm): boolean {
  return openings.some(
    ({ weekday, from, to }) =>
      weekday === weekdayOf(day) &&
      minutesOf(from) <= minutesOf(startTime) &&
      minutesOf(endTime) <= minutesOf(to),
  );
}

/** Two hours past the library's midnight, which drifts by one where clocks changed since Easter. */
function publicHoliday(day: string): string | undefined {
  const found = Object.entries(getPublicHolidays(Number(day.slice(0, 4)))).find(([, midnight]) => {
    const safe = new Date(midnight.getTime() + 2 * 3_600_000);
    const written = [safe.getFullYear(), safe.getMonth() + 1, safe.getDate()];
    return written.map((part) => String(part).padStart(2, '0')).join('-') === day;
  });
  return found?.[0];
}
