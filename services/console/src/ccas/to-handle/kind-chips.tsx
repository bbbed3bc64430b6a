import { Link } from '@tanstack/react-router';
import { useMay } from '../../app/session';
import { chipClass, FilterChips } from '../../ui/filter-chips';
import { kinds, type Kind } from './shown-kind';
import { countOf, type Counts } from './waiting-work';

const labels: Readonly<Record<Kind, string>> = {
  urgents: 'Urgents',
  'a-classer': 'À classer',
  'a-reorienter': 'Restant à orienter',
  'sans-service': 'Sans service',
  accords: 'Accords à donner',
};

interface KindChipsProps {
  readonly counts: Counts | undefined;
  readonly goAheads: number;
  readonly shown: Kind | undefined;
}

export function KindChips({ counts, goAheads, shown }: KindChipsProps) {
  const may = useMay();
  const offered = kinds.filter((kind) => kind !== 'accords' || may('list', 'go-ahead'));
  const count = (kind: Kind) => (kind === 'accords' ? goAheads : countOf(kind, counts));
  return (
    <FilterChips label="Ce qui est affiché">
      <Link
        to="/ccas"
        search={{}}
        activeOptions={{ exact: true }}
        aria-current={shown === undefined ? 'true' : undefined}
        className={chipClass}
      >
        Tout
      </Link>
      {offered.map((kind) => (
        <Link
          key={kind}
          to="/ccas"
          search={{ voir: kind }}
          activeOptions={{ exact: true }}
          aria-current={shown === kind ? 'true' : undefined}
          className={chipClass}
        >
          {labels[kind]} · {count(kind)}
        </Link>
      ))}
    </FilterChips>
  );
}
