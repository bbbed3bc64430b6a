import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { MissingServices } from '../missing-services';
import { AccessFilterBar } from './access-filter-bar';
import { AccessTable } from './access-table';
import { useAccesses } from './accesses';
import { ExportAccesses } from './export-accesses';

const route = getRouteApi('/lectures');
const atOnce = 100;

/** Who read which file, when and why, across services: what the town owes to the people whose files it keeps. */
export function AccessLogPage() {
  const filters = route.useSearch();
  const view = JSON.stringify(filters);
  const [shown, setShown] = useState({ view, count: atOnce });
  const count = shown.view === view ? shown.count : atOnce;
  const { list, asked } = useAccesses(filters, count);
  const items = list.data?.items ?? [];
  const total = list.data?.total ?? 0;
  return (
    <>
      <PageHead title="Qui a lu quoi" under={list.data && countSentence(total)}>
        <ExportAccesses asked={asked} total={total} />
      </PageHead>
      <AccessFilterBar filters={filters} accesses={items} />
      <MissingServices titles={list.data?.missing ?? []} />
      <Listed asked={list} isEmpty={items.length === 0} empty={<Nothing />}>
        <AccessTable accesses={items} filters={filters} />
      </Listed>
      {items.length < total && (
        <div className="no-print mt-3 flex justify-center">
          <Button onPress={() => setShown({ view, count: count + atOnce })}>Afficher la suite</Button>
        </div>
      )}
    </>
  );
}

function countSentence(total: number): string {
  return total > 1 ? `${total.toLocaleString('fr-FR')} lectures de dossiers` : `${total} lecture de dossier`;
}

function Nothing() {
  return (
    <EmptyState title="Aucune lecture ne correspond">
      <Link to="/lectures" search={{}} className="link">
        Retirer tous les filtres
      </Link>
    </EmptyState>
  );
}
