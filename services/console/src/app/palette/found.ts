import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Need, NeedList } from '../../api/answers/needs';
import type { FoundPersons, FoundPerson } from '../../api/answers/people';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { statuses } from '../../ccas/need-words';
import { fieldOf, topicLabel, topicWords, type Topic } from '../../ccas/topics';
import { fullName } from '../../people/person-name';
import { days, longDay } from '../../ui/dates';
import { useSettled } from '../../ui/settled';
import { entries } from '../entries';
import { shownTo, type Entry } from '../entry';
import { useMay } from '../session';
import { isNamed, matches } from './matches';

export interface Found {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

export interface FoundSection {
  readonly title: string;
  readonly items: readonly Found[];
}

const accessibility: Entry = { to: '/accessibilite', label: 'Accessibilité', section: 'Moi' };

/**
 * People as the directory finds them, by name, phone or tracking code, slips and accents forgiven; their open needs; the
 * open needs of a topic; pages by their names.
 */
export function useFound(typed: string): { sections: FoundSection[]; isSearching: boolean } {
  const may = useMay();
  const query = useSettled(typed.trim(), 120);
  const people = usePeople(query, may('find', 'person'));
  const found = query.length < 2 ? [] : (people.data?.items ?? []);
  const needs = useNeedsOf(found, may('list', 'need'));
  const topics = may('list', 'need') ? topicsCalled(typed) : [];
  const pages = shownTo(may, [...entries, accessibility]).filter((entry) => matches(entry, typed));
  const sections = [
    { title: 'Personnes', items: (people.data?.items ?? []).map(foundPerson) },
    { title: 'Besoins', items: [...needs.map((need) => foundNeed(need, found)), ...topics.map(foundTopic)] },
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

/** What is still open of the people found. */
function useNeedsOf(persons: readonly FoundPerson[], enabled: boolean): readonly Need[] {
  const personIds = persons.map(({ id }) => id).join(',');
  const { data } = useQuery({
    queryKey: [...keys.needs, 'of-persons', personIds],
    enabled: enabled && personIds !== '',
    queryFn: ({ signal }) =>
      read<NeedList>('/api/ccas/needs', { query: { personIds, limit: mostNeeds }, signal }),
  });
  return personIds === '' ? [] : (data?.items ?? []);
}
const mostNeeds = 12;

/** The words of a topic, or of its field. */
function topicsCalled(typed: string): Topic[] {
  if (typed.trim().length < 3) return [];
  return topicWords.filter((topic) => isNamed(`${topicLabel(topic)} ${fieldOf(topic)?.label}`, typed));
}

function foundNeed({ id, topic, status, personId, waits }: Need, persons: readonly FoundPerson[]): Found {
  const person = persons.find((one) => one.id === personId);
  const since = waits === undefined ? '' : `, ${days(waits.days)}`;
  return {
    id: `need-${id}`,
    label: [topicLabel(topic), person && fullName(person)].filter(Boolean).join(' : '),
    detail: `${statuses[status].label}${since}`,
    to: `/ccas/besoins/${id}`,
  };
}

function foundTopic(topic: Topic): Found {
  return {
    id: `topic-${topic}`,
    label: `Besoins en cours : ${topicLabel(topic)}`,
    detail: fieldOf(topic)?.label ?? '',
    to: '/ccas/besoins',
    search: { sujet: topic },
  };
}
