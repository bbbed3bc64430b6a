import { getRouteApi, Link } from '@tanstack/react-router';
import type { Need, NeedList } from '../../api/answers/needs';
import { keys } from '../../api/keys';
import { pageSize, usePart } from '../../api/part';
import { useSession } from '../../app/session';
import { useNames } from '../../people/names';
import { PersonName } from '../../people/person-name';
import { Arrivals } from '../../ui/arrivals';
import { longDay } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { Pages } from '../../ui/pages';
import { useSteady } from '../../ui/steady';
import { Table } from '../../ui/table';
import { NeedStage, NeedWait } from '../need-stage';
import { NeedTitle } from '../need-title';
import { ExportNeeds } from './export-needs';
import { queryOf, type NeedFilters } from './need-filters';
import { NeedFilterBar } from './need-filter-bar';

const route = getRouteApi('/ccas/besoins');

/** Every need of the territory, as filtered by the address; closed ones when asked for. */
export function NeedListPage() {
  const filters = route.useSearch();
  const { sub } = useSession();
  const page = filters.page ?? 1;
  const asked = queryOf(filters, sub);
  const list = usePart<NeedList>('/api/ccas/needs', keys.needList({ ...asked, page }), asked, page);
  const steady = useSteady(list.data?.part ?? '', list.data?.items, ({ id }) => id);
  const total = list.data?.total ?? 0;
  return (
    <>
      <PageHead title="Tous les besoins" under={list.data && countSentence(total, filters)}>
        <ExportNeeds asked={asked} total={total} />
      </PageHead>
      <NeedFilterBar filters={filters} />
      <Arrivals
        count={page === 1 ? steady.arrived : 0}
        one="nouveau besoin"
        many="nouveaux besoins"
        onShow={steady.adopt}
      />
      <Listed asked={list} isEmpty={steady.rows.length === 0} empty={<NothingMatches />}>
        <NeedTable needs={steady.rows} gone={steady.gone} />
      </Listed>
      <Pages page={page} of={Math.ceil(total / pageSize)}>
        {(to, label, words) => (
          <Link
            to="/ccas/besoins"
            search={{ ...filters, page: to }}
            aria-label={words}
            className="link px-2 py-1"
          >
            {label}
          </Link>
        )}
      </Pages>
    </>
  );
}

function NothingMatches() {
  return (
    <EmptyState title="Aucun besoin ne correspond">
      <Link to="/ccas/besoins" search={{}} className="link">
        Retirer tous les filtres
      </Link>
    </EmptyState>
  );
}

function countSentence(total: number, { etat }: NeedFilters): string {
  const open = etat === undefined ? (total > 1 ? ' ouverts' : ' ouvert') : '';
  return total > 1 ? `${total.toLocaleString('fr-FR')} besoins${open}` : `${total} besoin${open}`;
}

interface NeedTableProps {
  readonly needs: readonly Need[];
  readonly gone: ReadonlySet<string>;
}

function NeedTable({ needs, gone }: NeedTableProps) {
  const names = useNames(needs.map(({ personId }) => personId));
  return (
    <Table
      caption="Besoins"
      rows={needs}
      rowKey={({ id }) => id}
      isPast={({ id }) => gone.has(id)}
      columns={[
        { title: 'Personne', cell: ({ personId }) => <PersonName personId={personId} names={names} /> },
        { title: 'Besoin, dans ses mots', cell: (need) => <NeedTitle need={need} /> },
        { title: 'Où en est-on', cell: (need) => <NeedStage need={need} /> },
        { title: 'Venue', cell: ({ contactedOn }) => longDay(contactedOn), wideOnly: true },
        {
          title: 'Attente',
          align: 'right',
          cell: (need) => <NeedWait need={need} />,
        },
      ]}
    />
  );
}
