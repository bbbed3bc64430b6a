import type { Need } from '../../api/answers/needs';
import { useNames } from '../../people/names';
import { fullName, PersonName } from '../../people/person-name';
import { Checkbox } from '../../ui/checkbox';
import { Table } from '../../ui/table';
import { NeedStage, NeedWait } from '../need-stage';
import { NeedTitle } from '../need-title';
import { topicLabel } from '../topics';

interface HandOverTableProps {
  readonly needs: readonly Need[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

export function HandOverTable({ needs, chosen, onChoose }: HandOverTableProps) {
  const names = useNames(needs.map(({ personId }) => personId));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  const name = ({ personId, topic }: Need) => {
    const person = names?.get(personId);
    return `${person ? fullName(person) : 'la personne'}, ${topicLabel(topic)}`;
  };
  const all = needs.length > 0 && needs.every(({ id }) => chosen.has(id));
  return (
    <>
      <div className="border-b border-line px-3.5 py-2.5">
        <Checkbox
          isSelected={all}
          onChange={(isOn) => onChoose(isOn ? new Set(needs.map(({ id }) => id)) : new Set())}
        >
          Tout cocher
        </Checkbox>
      </div>
      <Table
        caption="Besoins à confier"
        rows={needs}
        rowKey={({ id }) => id}
        columns={[
          {
            title: 'Choix',
            cell: (need) => (
              <Checkbox isSelected={chosen.has(need.id)} onChange={(isOn) => toggle(need.id, isOn)}>
                <span className="md:sr-only">Confier : {name(need)}</span>
              </Checkbox>
            ),
          },
          { title: 'Personne', cell: ({ personId }) => <PersonName personId={personId} names={names} /> },
          { title: 'Besoin, dans ses mots', cell: (need) => <NeedTitle need={need} /> },
          { title: 'Où en est-on', cell: (need) => <NeedStage need={need} /> },
          { title: 'Attente', align: 'right', cell: (need) => <NeedWait need={need} /> },
        ]}
      />
    </>
  );
}
