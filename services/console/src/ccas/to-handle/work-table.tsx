import type { Need } from '../../api/answers/needs';
import { PersonName } from '../../people/person-name';
import { useNames } from '../../people/names';
import { Table } from '../../ui/table';
import { NeedWait } from '../need-stage';
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
        { title: 'Attente', align: 'right', cell: (need) => <NeedWait need={need} /> },
      ]}
    />
  );
}
