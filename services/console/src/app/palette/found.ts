import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FoundPersons, FoundPerson } from '../../api/answers/people';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { fullName } from '../../people/person-name';
import { longDay } from '../../ui/dates';
import { useSettled } from '../../ui/settled';
import { entries } from '../entries';
import { shownTo, type Entry } from '../entry';
import { useMay } from '../session';
import { matches } from './matches';

export interface Found {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly to: string;
}

export interface FoundSection {
  readonly title: string;
  readonly items: readonly Found[];
}

const accessibility: Entry = { to: '/accessibilite', label: 'Accessibilité', section: 'Moi' };

/** People as the directory finds them, slips and accents forgiven; pages by their names. */
export function useFound(typed: string): { sections: FoundSection[]; isSearching: boolean } {
  const may = useMay();
  const query = useSettled(typed.trim(), 120);
  const people = usePeople(query, may('find', 'person'));
  const pages = shownTo(may, [...entries, accessibility]).filter((entry) => matches(entry, typed));
  const sections = [
    { title: 'Personnes', items: (people.data?.items ?? []).map(foundPerson) },
    { title: 'Aller à', items: pages.map(foundPage) },
  ];
  return { sections: sections.filter(({ items }) => items.length > 0), isSearching: people.isFetching };
}

export function usePeople(query: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.persons, 'found', query],
    enabled: enabled && query.length >= 2,
    placeholderData: query.length >= 2 ? keepPreviousData : undefined,
    queryFn: ({ signal }) =>
      read<FoundPersons>('/api/people/persons', { query: { q: query, limit: 8 }, signal }),
  });
}

function foundPerson(person: FoundPerson): Found {
  const { id, birthDate, phone } = person;
  return {
    id,
    label: fullName(person),
    detail: [birthDate && longDay(birthDate), phone].filter(Boolean).join(' · '),
    to: `/personnes/${id}`,
  };
}

const foundPage = ({ to, label, section }: Entry): Found => ({ id: to, label, detail: section, to });
