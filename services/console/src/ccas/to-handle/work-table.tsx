import type { Need } from '../../api/answers/needs';
import { PersonName } from '../../people/person-name';
import { useNames } from '../../people/names';
import { days } from '../../ui/dates';
import { Table } from '../../ui/table';
import { NeedTitle } from '../need-title';
import { nextStep, whereItIs } from '../need-words';

interface WorkTableProps {
  readonly needs: readonly Need[];
  readonly gone: ReadonlySet<string>;
  readonly onKey: (key: string, need: Need) => void;
}

export function WorkTable({ needs, gone, onKey }: WorkTableProps) {
  const names = useNames(needs.map(({ personId }) => personId));
  return (
    <Table
      caption="Besoins qui attendent une décision"
      rows={needs}
      rowKey={({ id }) => id}
      onKey={onKey}
      isPast={({ id }) => gone.has(id)}
      columns={[
        { title: 'Personne', cell: ({ personId }) => <PersonName personId={personId} names={names} /> },
        { title: 'Besoin, dans ses mots', cell: (need) => <NeedTitle need={need} /> },
        {
          title: 'Où en est-on',
          cell: (need) => (gone.has(need.id) ? 'Traité entre-temps' : whereItIs(need)),
        },
        {
          title: 'Prochaine étape',
          cell: (need) => (gone.has(need.id) ? '' : <b className="font-semibold">{nextStep(need)}</b>),
        },
        { title: 'Attente', align: 'right', cell: (need) => <Wait need={need} /> },
      ]}
    />
  );
}

/** Long waits are bold, and said: never by colour alone. */
function Wait({ need: { waits } }: { readonly need: Need }) {
  if (!waits) return null;
  const long = waits.days >= 10;
  return (
    <span className={`whitespace-nowrap ${long ? 'font-semibold text-bad' : ''}`}>
      <span className="md:hidden">Attend depuis </span>
      {days(waits.days)}
    </span>
  );
}
