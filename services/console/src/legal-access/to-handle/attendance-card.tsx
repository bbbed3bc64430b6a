import { Link } from '@tanstack/react-router';
import { tellDone } from '../../app/undo';
import type { NamedPerson } from '../../api/answers/people';
import { useNames } from '../../people/names';
import { fullName, PersonName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { useNow } from '../../ui/now';
import { clock, moment, parisToday } from '../../ui/dates';
import { parisDayOf } from '../../ui/calendar';
import { focusTitle } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/tag';
import { attend, useRequestAct, type Attendance } from '../request-acts';
import type { Due } from './due';

interface Noted {
  readonly due: Due;
  readonly attendance: Attendance;
}

/** Who came, and who did not: asked from the hour of the appointment on. */
export function AttendanceCard({ rows }: { readonly rows: readonly Due[] }) {
  const names = useNames(rows.map(({ personId }) => personId));
  const act = useRequestAct(
    ({ due, attendance }: Noted) => attend(due.needId, attendance),
    (after, { due, attendance }) => {
      tellAttendance(after.status, attendance, nameOf(due, names));
      focusBeside(due, rows);
    },
  );
  const now = useNow(lookAgainMs);
  if (rows.length === 0) return null;
  const note = (attendance: Attendance, due: Due) => {
    if (hasBegun(due, now) && !act.isPending) act.mutate({ due, attendance });
  };
  return (
    <Card title="Rendez-vous du jour et présences à noter" bare>
      {act.error && (
        <div className="px-4">
          <ProblemNote error={act.error} />
        </div>
      )}
      <Table
        caption="Rendez-vous du jour et présences à noter"
        rows={rows}
        rowKey={({ needId }) => needId}
        onKey={(key, due) => {
          if (key === 'v') note('attended', due);
          if (key === 'a') note('absent', due);
        }}
        columns={[
          { title: 'Heure', cell: (due) => <When due={due} /> },
          { title: 'Personne', cell: ({ personId }) => <PersonName personId={personId} names={names} /> },
          { title: 'Sujet', cell: ({ topicLabel }) => topicLabel },
          { title: 'Lieu', cell: ({ placeName }) => placeName },
          {
            title: 'Présence',
            cell: (due) => (
              <Buttons due={due} name={nameOf(due, names)} now={now} busy={act.isPending} note={note} />
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The row that was acted on goes away: the hand goes on with the next one. */
function focusBeside({ needId }: Due, rows: readonly Due[]): void {
  const at = rows.findIndex((due) => due.needId === needId);
  const next = rows[at + 1] ?? rows[at - 1];
  if (next) document.getElementById(linkId(next))?.focus();
  else focusTitle();
}

const linkId = ({ needId }: Due) => `due-${needId}`;
const hasBegun = ({ startsAt }: Due, now: number) => Date.parse(startsAt) <= now;
const lookAgainMs = 10_000;

function nameOf({ personId }: Due, names: ReadonlyMap<string, NamedPerson> | undefined): string {
  const person = names?.get(personId);
  return person ? fullName(person) : 'La personne';
}

function When({ due }: { readonly due: Due }) {
  const { needId, startsAt, confirmed } = due;
  const isToday = parisDayOf(startsAt) === parisToday();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Link
        to="/acces-au-droit/dates"
        search={{ pour: needId }}
        id={linkId(due)}
        data-row-link
        className="font-semibold whitespace-nowrap hover:underline"
      >
        {isToday ? clock(startsAt) : moment(startsAt)}
      </Link>
      {confirmed && <Tag tone="good">Venue confirmée</Tag>}
    </div>
  );
}

interface ButtonsProps {
  readonly due: Due;
  readonly name: string;
  readonly now: number;
  readonly busy: boolean;
  readonly note: (attendance: Attendance, due: Due) => void;
}

function Buttons({ due, name, now, busy, note }: ButtonsProps) {
  if (!hasBegun(due, now)) return <span className="text-ink-3">À venir</span>;
  return (
    <div className="flex flex-wrap gap-2">
      <Button aria-label={`Venue : ${name}`} isDisabled={busy} onPress={() => note('attended', due)}>
        Venue
      </Button>
      <Button aria-label={`Absente : ${name}`} isDisabled={busy} onPress={() => note('absent', due)}>
        Absente
      </Button>
    </div>
  );
}

function tellAttendance(status: string, attendance: Attendance, name: string): void {
  if (attendance === 'attended') return tellDone(`Présence notée : ${name}.`);
  const next =
    status === 'returned'
      ? 'deuxième absence, la demande retourne au CCAS'
      : status === 'placed'
        ? 'un autre rendez-vous lui est donné'
        : 'elle attend une autre date';
  tellDone(`Absence notée : ${name}, ${next}.`);
}
