import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../../api/problem';
import type { Need } from '../../api/answers/needs';
import type { NamedPerson } from '../../api/answers/people';
import { tellDone } from '../../app/undo';
import { namesOf } from '../../people/names';
import { Button } from '../../ui/button';
import { asCsv, download } from '../../ui/csv';
import { parisToday } from '../../ui/dates';
import { everyNeed } from '../every-need';
import { statuses } from '../need-words';
import { fieldLabel, topicLabel } from '../topics';

interface ExportNeedsProps {
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly total: number;
}

/** Exactly what the filters of the page find, all its pages, for a spreadsheet. */
export function ExportNeeds({ asked, total }: ExportNeedsProps) {
  const exporting = useMutation({
    mutationFn: () => withNames(asked),
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

async function withNames(asked: ExportNeedsProps['asked']) {
  const needs = await everyNeed(asked);
  return { needs, names: await namesOf(needs.map(({ personId }) => personId)) };
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
