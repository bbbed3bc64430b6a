import { Link } from '@tanstack/react-router';
import type { WorkerLoad } from '../../api/answers/needs';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { asCsv, download } from '../../ui/csv';
import { days, parisToday } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { Table } from '../../ui/table';
import { needCount, workerName } from './worker-words';
import { useWorkers } from './workers';

/** Where help is wanted: how many needs each worker follows, and how long the oldest promise has waited. */
export function WorkersPage() {
  const workers = useWorkers();
  const items = workers.data?.items ?? [];
  const open = items.reduce((sum, worker) => sum + worker.open, 0);
  return (
    <>
      <PageHead
        title="Charge par travailleur social"
        under={workers.data && `${needCount(open)} en cours, dont ${toDecide(items)} à décider`}
      >
        <Button isDisabled={items.length === 0} onPress={() => exportLoads(items)}>
          Exporter (CSV)
        </Button>
      </PageHead>
      <Listed asked={workers} isEmpty={items.length === 0} empty={<NobodyYet />}>
        <Table
          caption="Besoins suivis par chacun"
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { title: 'Travailleur social', cell: (worker) => <Name worker={worker} /> },
            {
              title: 'En cours',
              align: 'right',
              cell: ({ open: count }) => <Count of={count} what="en cours" />,
            },
            {
              title: 'À décider',
              align: 'right',
              cell: ({ waiting }) => <Count of={waiting} what="à décider" />,
            },
            { title: 'Urgents', align: 'right', cell: ({ urgent }) => <Count of={urgent} what="urgents" /> },
            {
              title: 'Promesse la plus ancienne',
              align: 'right',
              cell: (worker) => <Oldest worker={worker} />,
            },
            { title: 'Confier', cell: (worker) => <HandOver worker={worker} /> },
          ]}
        />
      </Listed>
    </>
  );
}

function Name({ worker }: { readonly worker: WorkerLoad }) {
  return (
    <Link
      to="/ccas/besoins"
      search={{ suivi: worker.id }}
      data-row-link
      className="font-semibold hover:underline"
    >
      {workerName(worker)}
    </Link>
  );
}

/** On a phone a number alone says nothing. */
function Count({ of, what }: { readonly of: number; readonly what: string }) {
  return (
    <>
      {of}
      <span className="md:hidden"> {what}</span>
    </>
  );
}

function Oldest({ worker: { oldestPromise } }: { readonly worker: WorkerLoad }) {
  if (!oldestPromise) return <span className="text-ink-3">Aucune</span>;
  const isLong = oldestPromise.days >= 10;
  return (
    <span className={isLong ? 'font-semibold text-bad' : ''}>
      <span className="md:hidden">Promesse la plus ancienne : </span>
      {days(oldestPromise.days)}
    </span>
  );
}

function HandOver({ worker }: { readonly worker: WorkerLoad }) {
  if (worker.open === 0) return null;
  return (
    <Link to="/ccas/charge/confier" search={{ de: worker.id }} className="link">
      Confier<span className="sr-only"> les besoins de {workerName(worker)}</span>…
    </Link>
  );
}

function NobodyYet() {
  return (
    <EmptyState title="Personne ne suit encore de besoin">
      Chaque travailleur social apparaît ici dès qu’il ouvre « À traiter » ou note un besoin.
    </EmptyState>
  );
}

const toDecide = (items: readonly WorkerLoad[]) => items.reduce((sum, { waiting }) => sum + waiting, 0);

function exportLoads(items: readonly WorkerLoad[]): void {
  const header = [
    ...['Travailleur social', 'Besoins en cours', 'À décider', 'Urgents'],
    'Promesse la plus ancienne (jours)',
  ];
  const rows = items.map((worker) => {
    const { open, waiting, urgent, oldestPromise } = worker;
    return [workerName(worker), ...[open, waiting, urgent, oldestPromise?.days ?? ''].map(String)];
  });
  download(`charge-${parisToday()}.csv`, asCsv(header, rows));
  tellDone(items.length === 1 ? '1 ligne exportée.' : `${items.length} lignes exportées.`);
}
