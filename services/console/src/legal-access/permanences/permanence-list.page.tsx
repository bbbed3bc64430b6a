import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Permanence, Place } from '../../api/answers/legal-access';
import type { List } from '../../api/answers/list';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { useMay } from '../../app/session';
import { topicLabel } from '../../ccas/topics';
import { Button, buttonClass } from '../../ui/button';
import { minutesOf, timeWords } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { longDay } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/tag';
import { LawHead } from '../law-head';
import { usePlaces } from '../reads';
import { EndPermanence } from './end-permanence';
import { ruleWords } from './rule';

/** What is held regularly, running ones first. */
export function PermanenceListPage() {
  const mayPlan = useMay()('schedule', 'permanence');
  const places = usePlaces();
  const permanences = useQuery({
    queryKey: keys.permanences,
    refetchOnWindowFocus: true,
    queryFn: () => read<List<Permanence>>('/api/legal-access/permanences'),
  });
  const error = permanences.error ?? places.error;
  const items = permanences.data?.items;
  return (
    <>
      <LawHead title="Permanences" under={items && count(items)}>
        {mayPlan && (
          <Link to="/acces-au-droit/permanences/nouvelle" className={buttonClass('filled')}>
            Ouvrir une permanence
          </Link>
        )}
      </LawHead>
      {error && (
        <ProblemNote
          error={error}
          onRetry={() => void Promise.all([permanences.refetch(), places.refetch()])}
        />
      )}
      <Card bare>
        {items && places.data ? (
          <PermanenceTable permanences={items} places={places.data.items} />
        ) : (
          !error && <Loading />
        )}
      </Card>
    </>
  );
}

function count(items: readonly Permanence[]): string {
  const running = items.filter(({ status }) => status === 'running').length;
  return running > 1 ? `${running} permanences en cours` : `${running} permanence en cours`;
}

interface PermanenceTableProps {
  readonly permanences: readonly Permanence[];
  readonly places: readonly Place[];
}

function PermanenceTable({ permanences, places }: PermanenceTableProps) {
  const [ending, end] = useState<Permanence>();
  const mayEnd = useMay()('end', 'permanence');
  const names = new Map(places.map(({ id, name }) => [id, name]));
  if (permanences.length === 0) {
    return (
      <EmptyState title="Aucune permanence régulière">
        Une permanence revient chaque semaine, toutes les deux semaines ou chaque mois : ses créneaux
        s’ouvrent d’eux-mêmes.
      </EmptyState>
    );
  }
  return (
    <>
      <Table
        caption="Permanences"
        rows={permanences}
        rowKey={({ id }) => id}
        isPast={({ status }) => status === 'ended'}
        columns={[
          { title: 'Quand', cell: (permanence) => <When permanence={permanence} /> },
          {
            title: 'Lieu',
            cell: ({ placeId, room }) => (
              <>
                {names.get(placeId) ?? 'Lieu inconnu'}
                {room !== undefined && <div className="text-xs text-ink-3">{room}</div>}
              </>
            ),
          },
          { title: 'Qui reçoit', cell: ({ professionLabel }) => professionLabel },
          {
            title: 'Sujets',
            cell: ({ topics }) => (
              <span className="flex flex-wrap gap-1.5">
                {topics.map((topic) => (
                  <Tag key={topic} tone="law">
                    {topicLabel(topic)}
                  </Tag>
                ))}
              </span>
            ),
          },
          { title: 'Fin', cell: until },
          {
            title: 'Agir',
            cell: (permanence) => mayEnd && <End permanence={permanence} onPress={() => end(permanence)} />,
          },
        ]}
      />
      {ending && <EndPermanence permanence={ending} onClose={() => end(undefined)} />}
    </>
  );
}

function End({ permanence, onPress }: { readonly permanence: Permanence; readonly onPress: () => void }) {
  const { status, professionLabel, rrule } = permanence;
  if (status !== 'running') return null;
  return (
    <Button aria-label={`Mettre fin : ${professionLabel}, ${ruleWords(rrule)}`} onPress={onPress}>
      <span className="whitespace-nowrap">Mettre fin</span>
    </Button>
  );
}

function When({
  permanence: { rrule, startTime, durationMinutes, slotMinutes },
}: {
  readonly permanence: Permanence;
}) {
  const start = minutesOf(startTime);
  return (
    <>
      <b className="font-semibold">{ruleWords(rrule)}</b>
      <div className="text-xs text-ink-3">
        {timeWords(start)} – {timeWords(start + durationMinutes)}, {slotMinutes} minutes par personne
      </div>
    </>
  );
}

function until({ status, lastDay, to }: Permanence): string {
  if (status === 'ended') return `Terminée le ${longDay(lastDay!)}`;
  return to === undefined ? 'Sans date de fin' : `Jusqu’au ${longDay(to)}`;
}
