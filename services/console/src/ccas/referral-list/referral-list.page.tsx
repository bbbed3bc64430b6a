import { getRouteApi, Link } from '@tanstack/react-router';
import type { List } from '../../api/answers/list';
import type { Referral } from '../../api/answers/referrals';
import { keys } from '../../api/keys';
import { pageSize, usePart } from '../../api/part';
import { useSession } from '../../app/session';
import { Arrivals } from '../../ui/arrivals';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { Pages } from '../../ui/pages';
import { useSteady } from '../../ui/steady';
import { ExportReferrals } from './export-referrals';
import { WaitsByPartner } from './partner-waits';
import { queryOf, type ReferralFilters } from './referral-filters';
import { ReferralFilterBar } from './referral-filter-bar';
import { ReferralTable } from './referral-table';

const route = getRouteApi('/ccas/partenaires');

/** Every need that a partner outside the town was referred, as filtered by the address; what has ended when asked for. */
export function ReferralListPage() {
  const filters = route.useSearch();
  const { sub } = useSession();
  const page = filters.page ?? 1;
  const asked = queryOf(filters, sub);
  const list = usePart<List<Referral>>(
    '/api/ccas/referrals',
    keys.referralList({ ...asked, page }),
    asked,
    page,
  );
  const steady = useSteady(list.data?.part ?? '', list.data?.items, ({ id }) => id);
  const total = list.data?.total ?? 0;
  return (
    <>
      <PageHead title="Orientations vers les partenaires" under={list.data && countSentence(total, filters)}>
        <ExportReferrals asked={asked} total={total} />
      </PageHead>
      <WaitsByPartner />
      <ReferralFilterBar filters={filters} />
      <Arrivals
        count={page === 1 ? steady.arrived : 0}
        one="nouvelle orientation"
        many="nouvelles orientations"
        onShow={steady.adopt}
      />
      <Listed
        asked={list}
        isEmpty={steady.rows.length === 0}
        empty={<Nothing isFiltered={Object.values(filters).some((value) => value !== undefined)} />}
      >
        <ReferralTable referrals={steady.rows} gone={steady.gone} />
      </Listed>
      <Pages page={page} of={Math.ceil(total / pageSize)}>
        {(to, label, words) => (
          <Link
            to="/ccas/partenaires"
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

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="Aucune orientation ne correspond">
      <Link to="/ccas/partenaires" search={{}} className="link">
        Retirer tous les filtres
      </Link>
    </EmptyState>
  ) : (
    <EmptyState title="Aucune orientation en cours">
      Depuis la page d’un besoin que le CCAS doit traiter, « Orienter vers un partenaire » sollicite une
      structure hors de la ville. Sa réponse s’affiche ici.
    </EmptyState>
  );
}

function countSentence(total: number, { etat }: ReferralFilters): string {
  const running = etat === undefined ? ' en cours' : '';
  return total > 1
    ? `${total.toLocaleString('fr-FR')} orientations${running}`
    : `${total} orientation${running}`;
}
