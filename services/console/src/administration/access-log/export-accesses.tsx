import { useMutation } from '@tanstack/react-query';
import type { Access } from '../../api/answers/administration';
import type { NamedPerson } from '../../api/answers/people';
import { asProblem } from '../../api/problem';
import { roleName } from '../../app/role-names';
import { tellDone } from '../../app/undo';
import { namesOf } from '../../people/names';
import { Button } from '../../ui/button';
import { asCsv, download } from '../../ui/csv';
import { parisToday } from '../../ui/dates';
import { readAccesses, type queryOf } from './accesses';
import { fileWords, readerName, reasonWords } from './access-words';

/** What services give at once: beyond it, the file is made day by day, and says so. */
const mostLines = 5_000;

interface ExportAccessesProps {
  readonly asked: ReturnType<typeof queryOf>;
  readonly total: number;
}

/** Exactly what the filters find. */
export function ExportAccesses({ asked, total }: ExportAccessesProps) {
  const exporting = useMutation({
    mutationFn: async () => {
      const { items, total: found, missing } = await readAccesses(asked, mostLines);
      if (missing.length > 0) throw new Error(missing.join(', '));
      return { items, found, names: await namesOf(items.flatMap(({ personId }) => personId ?? [])) };
    },
    onSuccess: ({ items, found, names }) => {
      download(
        `lectures-${parisToday()}.csv`,
        asCsv(
          header,
          items.map((access) => rowOf(access, names)),
        ),
      );
      tellDone(doneSentence(items.length, found));
    },
    onError: (error) => tellDone(failedSentence(error)),
  });
  return (
    <Button onPress={() => exporting.mutate()} isDisabled={total === 0 || exporting.isPending}>
      {exporting.isPending ? 'Export en cours…' : 'Exporter (CSV)'}
    </Button>
  );
}

const header = ['Date', 'Agent', 'Rôle', 'Service', 'Nom', 'Prénom', 'Dossier', 'Raison'];

function rowOf(access: Access, names: ReadonlyMap<string, NamedPerson>): string[] {
  const person = access.personId === undefined ? undefined : names.get(access.personId);
  const { at, roles, serviceTitle } = access;
  return [
    ...[at, readerName(access), roles.map(roleName).join(', '), serviceTitle],
    ...[person?.lastName ?? '', person?.firstName ?? '', fileWords(access), reasonWords(access)],
  ];
}

function doneSentence(exported: number, found: number): string {
  return exported < found
    ? `${exported} lignes exportées sur ${found} : choisissez moins de jours pour avoir le reste.`
    : `${exported} lignes exportées.`;
}

/** A list with a part missing would pass for the whole: it is not made. */
function failedSentence(error: unknown): string {
  const problem = asProblem(error);
  return problem.refused === 'Unexpected' && error instanceof Error
    ? `Export impossible pour le moment : ne répondent pas ${error.message}.`
    : problem.message;
}
