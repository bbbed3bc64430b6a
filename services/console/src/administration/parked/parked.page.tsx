import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ParkedEvent, ParkedEvents } from '../../api/answers/administration';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { shortMoment } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Listed } from '../../ui/listed';
import { PageHead } from '../../ui/page-head';
import { ProblemNote } from '../../ui/problem-note';
import { Table } from '../../ui/table';
import { MissingServices } from '../missing-services';
import { DiscardDialog } from './discard-dialog';
import { replay, useParkedAct } from './parked-acts';
import { isReplayable, reasonOf, replayedSentence } from './parked-words';

/** No topic tells of it: asked again while somebody looks. */
const againMs = 10_000;

/** What services could not take in: everything else goes on, and what follows in the same file waits behind it. */
export function ParkedEventsPage() {
  const list = useQuery({
    queryKey: keys.parkedEvents,
    refetchInterval: againMs,
    queryFn: () => read<ParkedEvents>('/api/parked-events'),
  });
  const [discarding, setDiscarding] = useState<ParkedEvent>();
  const replaying = useParkedAct(replay, ({ replayed }) => tellDone(replayedSentence(replayed)));
  const items = list.data?.items ?? [];
  return (
    <>
      <PageHead title="Événements en attente" under={list.data && countSentence(list.data.total)} />
      <MissingServices titles={list.data?.missing ?? []} />
      {replaying.error && (
        <div className="mb-3">
          <ProblemNote error={replaying.error} />
        </div>
      )}
      <Listed asked={list} isEmpty={items.length === 0} empty={<Nothing />}>
        <ParkedTable
          items={items}
          replaying={replaying.isPending ? replaying.variables : undefined}
          onReplay={replaying.mutate}
          onDiscard={setDiscarding}
        />
      </Listed>
      {discarding && <DiscardDialog parked={discarding} onClose={() => setDiscarding(undefined)} />}
    </>
  );
}

function countSentence(total: number): string {
  if (total === 0) return 'Tous les services suivent';
  const count = total === 1 ? '1 événement mis de côté' : `${total} événements mis de côté`;
  return `${count}. Le reste continue ; la suite des mêmes dossiers attend derrière.`;
}

function Nothing() {
  return (
    <EmptyState title="Rien n’est en attente">
      Ce qu’un service ne parvient pas à prendre en compte apparaîtra ici, avec sa raison.
    </EmptyState>
  );
}

interface ParkedTableProps {
  readonly items: readonly ParkedEvent[];
  readonly replaying: ParkedEvent | undefined;
  readonly onReplay: (parked: ParkedEvent) => void;
  readonly onDiscard: (parked: ParkedEvent) => void;
}

function ParkedTable({ items, replaying, onReplay, onDiscard }: ParkedTableProps) {
  const may = useMay();
  return (
    <Table
      caption="Événements mis de côté"
      rows={items}
      rowKey={({ service, id }) => `${service} ${id}`}
      columns={[
        { title: 'Service', cell: ({ serviceTitle }) => <b className="font-semibold">{serviceTitle}</b> },
        { title: 'Ce qui s’est passé', cell: (parked) => <What parked={parked} /> },
        { title: 'Depuis', cell: ({ parkedAt }) => shortMoment(parkedAt) },
        { title: 'Derrière', align: 'right', cell: ({ behind }) => <Behind count={behind} /> },
        {
          title: 'Que faire',
          cell: (parked) => (
            <div className="flex flex-wrap gap-2">
              {may('replay', 'parked-event') && isReplayable(parked) && (
                <Button isDisabled={replaying !== undefined} onPress={() => onReplay(parked)}>
                  {replaying?.id === parked.id ? 'Rejeu en cours…' : 'Rejouer'}
                  <span className="sr-only"> : {nameOf(parked)}</span>
                </Button>
              )}
              {may('discard', 'parked-event') && (
                <Button look="quiet" onPress={() => onDiscard(parked)}>
                  Écarter<span className="sr-only"> : {nameOf(parked)}</span>
                </Button>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

const nameOf = ({ event, topic, serviceTitle }: ParkedEvent) => `${event?.type ?? topic}, ${serviceTitle}`;

/** The names of the code are for who repairs: they quote them to whoever wrote it. */
function What({ parked }: { readonly parked: ParkedEvent }) {
  const { event, topic, reaction, why } = parked;
  return (
    <>
      {reasonOf(parked)}
      <div className="text-xs break-words text-ink-3">
        {[event?.type ?? topic, reaction, why].filter(Boolean).join(' · ')}
      </div>
    </>
  );
}

function Behind({ count }: { readonly count: number }) {
  if (count === 0) return <span className="text-ink-3">aucun</span>;
  return <>{count === 1 ? '1 attend' : `${count} attendent`}</>;
}
