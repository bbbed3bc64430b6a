import { getRouteApi, Link } from '@tanstack/react-router';
import type { DayList } from '../../api/answers/legal-access';
import { useNames } from '../../people/names';
import { Button } from '../../ui/button';
import { dayWords } from '../../ui/calendar';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { chipClass, FilterChips } from '../../ui/filter-chips';
import { grouped } from '../../ui/grouped';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { LawHead } from '../law-head';
import { useDayList } from '../reads';
import type { DaySearch } from './day-search';
import { PlaceList } from './place-list';

const route = getRouteApi('/acces-au-droit/liste');

/** For the front desk: who comes, place by place. Printed, each place has its own sheet. */
export function DayListPage() {
  const search = route.useSearch();
  const isToday = search.jour === 'aujourdhui';
  const { data, error, isPending, refetch } = useDayList(isToday ? 'today' : 'tomorrow');
  const items = data?.items ?? [];
  const names = useNames(items.flatMap(({ slots }) => slots.flatMap(({ personId }) => personId ?? [])));
  const byPlace = grouped(items, ({ placeName }) => placeName);
  const shown = byPlace.filter(([place]) => search.endroit === undefined || place === search.endroit);
  return (
    <>
      <LawHead
        title={isToday ? 'Liste du jour' : 'Liste du lendemain'}
        under={data && `${dayWords(data.day)} : ${expected(items)}`}
      >
        <Button look="filled" isDisabled={shown.length === 0} onPress={() => window.print()}>
          Imprimer
        </Button>
      </LawHead>
      <Chips search={search} places={byPlace.map(([place]) => place)} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && shown.length === 0 && <Nobody isToday={isToday} />}
      <div className="flex flex-col gap-4">
        {shown.map(([place, sessions]) => (
          <PlaceList key={place} place={place} day={data!.day} sessions={sessions} names={names} />
        ))}
      </div>
    </>
  );
}

function expected(items: DayList['items']): string {
  const count = items.reduce((sum, { booked }) => sum + booked, 0);
  if (count === 0) return 'personne n’est attendu';
  return count === 1 ? '1 personne attendue' : `${count} personnes attendues`;
}

function Nobody({ isToday }: { readonly isToday: boolean }) {
  return (
    <Card>
      <EmptyState title={isToday ? 'Aucune permanence aujourd’hui' : 'Aucune permanence demain'}>
        Les prochaines sont dans{' '}
        <Link to="/acces-au-droit/agenda" className="link">
          l’agenda de la semaine
        </Link>
        .
      </EmptyState>
    </Card>
  );
}

function Chips({ search, places }: { readonly search: DaySearch; readonly places: readonly string[] }) {
  const chip = (label: string, to: DaySearch, isOn: boolean) => (
    <Link
      key={label}
      to="/acces-au-droit/liste"
      search={to}
      activeOptions={{ exact: true }}
      aria-current={isOn ? 'true' : undefined}
      className={chipClass}
    >
      {label}
    </Link>
  );
  return (
    <div className="flex flex-wrap gap-x-6">
      <FilterChips label="Jour">
        {chip('Demain', {}, search.jour === undefined)}
        {chip('Aujourd’hui', { jour: 'aujourdhui' }, search.jour === 'aujourdhui')}
      </FilterChips>
      {places.length > 1 && (
        <FilterChips label="Lieu">
          {chip('Tous les lieux', { ...search, endroit: undefined }, search.endroit === undefined)}
          {places.map((place) => chip(place, { ...search, endroit: place }, search.endroit === place))}
        </FilterChips>
      )}
    </div>
  );
}
