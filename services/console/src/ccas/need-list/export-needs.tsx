import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../../api/problem';
import type { Need, NeedList } from '../../api/answers/needs';
import type { NamedPerson } from '../../api/answers/people';
import { read } from '../../api/client';
import { tellDone } from '../../app/undo';
import { namesOf } from '../../people/names';
import { Button } from '../../ui/button';
import { asCsv, download } from '../../ui/csv';
import { parisToday } from '../../ui/dates';
import { statuses } from '../need-words';
import { fieldLabel, topicLabel } from '../topics';

const atOnce = 500;

interface ExportNeedsProps {
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly total: number;
}

/** Exactly what the filters of the page find, all its pages, for a spreadsheet. */
export function ExportNeeds({ asked, total }: ExportNeedsProps) {
  const exporting = useMutation({
    mutationFn: () => everyNeed(asked),
    onSuccess: ({ needs, names }) => {
      download(
        `besoins-${parisToday()}.csv`,
        asCsv(
          header,
          needs.map((need) => rowOf(need, names)),
        ),
      );
      tellDone(`${needs.length} lignes exportées.`);
    },
    onError: (error) => tellDone(asProblem(error).message),
  });
  return (
    <Button onPress={() => exporting.mutate()} isDisabled={total === 0 || exporting.isPending}>
      {exporting.isPending ? 'Export en cours…' : 'Exporter (CSV)'}
    </Button>
  );
}

async function everyNeed(asked: ExportNeedsProps['asked']) {
  const needs = new Map<string, Need>();
  for (let offset = 0; ; offset += atOnce) {
    const { items } = await read<NeedList>('/api/ccas/needs', { query: { ...asked, limit: atOnce, offset } });
    for (const need of items) needs.set(need.id, need);
    if (items.length < atOnce) break;
  }
  const found = [...needs.values()];
  return { needs: found, names: await namesOf(found.map(({ personId }) => personId)) };
}

const header = [
  'Nom',
  'Prénom',
  'Date de naissance',
  'Besoin',
  'Domaine',
  'Sujet',
  'Urgence',
  'État',
  'Venue le',
  'Attente (jours)',
  'Rendez-vous',
];

function rowOf(need: Need, names: ReadonlyMap<string, NamedPerson>): string[] {
  return [...personCells(names.get(need.personId)), ...needCells(need)].map((value) => String(value ?? ''));
}

const personCells = (person: NamedPerson | undefined) => [
  person?.lastName,
  person?.firstName,
  person?.birthDate,
];

const needCells = ({ words, field, topic, urgency, status, contactedOn, waits, appointment }: Need) => [
  words,
  field && fieldLabel(field),
  topicLabel(topic),
  urgency === 'urgent' ? 'urgent' : '',
  statuses[status].label,
  contactedOn,
  waits?.days,
  appointment?.startsAt,
];
