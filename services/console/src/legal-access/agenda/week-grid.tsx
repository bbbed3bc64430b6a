import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { dayWords, shortDay, timeWords } from '../../ui/calendar';
import { parisToday } from '../../ui/dates';
import type { AgendaSearch } from './agenda-search';
import { SessionBlock } from './session-block';
import { rowOf, rowsOf, type Week, type WeekDay } from './week';

interface WeekGridProps {
  readonly week: Week;
  readonly search: AgendaSearch;
  readonly hasOpenings: boolean;
}

/** The hours of a week on a desk; a list by day on a phone. The order of the page is the order of time. */
export function WeekGrid({ week, search, hasOpenings }: WeekGridProps) {
  const columns = { '--days': week.days.length } as CSSProperties;
  return (
    <div
      style={columns}
      className="md:grid md:grid-cols-[3.25rem_repeat(var(--days),minmax(0,1fr))] max-md:flex max-md:flex-col"
    >
      <Hours week={week} />
      {week.days.map((day) => (
        <Day key={day.day} day={day} week={week} search={search} hasOpenings={hasOpenings} />
      ))}
    </div>
  );
}

const grid = (week: Week, lanes: number) => ({ '--rows': rowsOf(week), '--lanes': lanes }) as CSSProperties;
const rows = (from: number, to: number, week: Week) =>
  ({ '--from': rowOf(from, week), '--to': rowOf(to, week) }) as CSSProperties;
/** Every other block of the drawing begins and ends on these lines. */
const gridClass = 'md:grid md:auto-rows-auto md:grid-rows-[repeat(var(--rows),0.95rem)]';
const fromTo = 'md:row-start-(--from) md:row-end-(--to)';

function Hours({ week }: { readonly week: Week }) {
  const hours = Array.from({ length: (week.to - week.from) / 60 }, (_, at) => week.from + at * 60);
  return (
    <div aria-hidden className="pt-9 max-md:hidden">
      <div style={grid(week, 1)} className={gridClass}>
        {hours.map((hour) => (
          <span
            key={hour}
            style={rows(hour, hour + 60, week)}
            className={`${fromTo} -mt-2 pr-2 text-right text-xs text-ink-3`}
          >
            {timeWords(hour)}
          </span>
        ))}
      </div>
    </div>
  );
}

interface DayProps extends WeekGridProps {
  readonly day: WeekDay;
}

function Day({ day: { day, openings, laid, lanes }, week, search, hasOpenings }: DayProps) {
  const isToday = day === parisToday();
  const isQuiet = laid.length === 0 && openings.length === 0;
  return (
    <div
      role="group"
      aria-label={dayWords(day)}
      className={`min-w-0 md:border-l md:border-line ${isQuiet ? 'max-md:hidden' : 'max-md:border-t max-md:border-line max-md:py-2.5'}`}
    >
      <h3
        className={`flex h-9 items-center gap-1.5 px-2 text-xs whitespace-nowrap ${isToday ? 'font-semibold text-ink' : 'font-medium text-ink-2'}`}
      >
        <span className={isToday ? 'rounded-full bg-ink px-2 py-0.5 text-surface' : ''}>{shortDay(day)}</span>
        {isToday && <span className="md:sr-only">aujourd’hui</span>}
      </h3>
      <p className={`px-2 text-xs text-ink-3 ${hasOpenings ? 'md:sr-only' : 'hidden'}`}>
        {openings.length === 0
          ? 'Fermé'
          : `Ouvert ${openings.map(({ from, to }) => `${timeWords(from)} – ${timeWords(to)}`).join(' et ')}`}
      </p>
      <div
        style={grid(week, lanes)}
        className={`${gridClass} md:grid-cols-[repeat(var(--lanes),minmax(0,1fr))] max-md:flex max-md:flex-col max-md:gap-1.5 max-md:px-2 max-md:pt-1 ${hasOpenings ? 'md:bg-sunken' : ''}`}
      >
        {openings.map(({ from, to }) => (
          <div
            key={from}
            aria-hidden
            style={rows(from, to, week)}
            className={`${fromTo} col-span-full col-start-1 border-y border-line bg-surface max-md:hidden`}
          />
        ))}
        {laid.map(({ session, from, to, lane }) => (
          <Link
            key={session.id}
            to="/acces-au-droit/agenda"
            search={{ ...search, ouvrir: session.id }}
            resetScroll={false}
            data-session
            style={{ ...rows(from, to, week), '--lane': lane } as CSSProperties}
            className={`${fromTo} m-0.5 min-w-0 overflow-hidden rounded-s border-l-4 px-1.5 py-0.5 text-xs md:col-start-(--lane) ${lookOf(session.status)}`}
          >
            <SessionBlock session={session} />
          </Link>
        ))}
      </div>
    </div>
  );
}

function lookOf(status: 'open' | 'closed' | 'cancelled'): string {
  if (status === 'cancelled') return 'border-line-strong bg-sunken text-ink-2';
  return 'border-law bg-law-bg text-ink hover:underline';
}
