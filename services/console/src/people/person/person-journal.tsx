import { useQuery } from '@tanstack/react-query';
import type { List } from '../../api/answers/list';
import type { PersonTimelineLine } from '../../api/answers/people';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { Card } from '../../ui/card';
import { shortMoment } from '../../ui/dates';
import { fieldNames, sentenceOf } from './journal-words';

/** What happened to the file: which fields changed and when, never their values. */
export function PersonJournal({ personId }: { readonly personId: string }) {
  const { data } = useQuery({
    queryKey: [...keys.person(personId), 'timeline'],
    queryFn: () =>
      read<Pick<List<PersonTimelineLine>, 'items'>>('/api/people/persons/{id}/timeline', {
        path: { id: personId },
      }),
  });
  if (!data) return null;
  return (
    <Card title="Journal de la fiche">
      <ol className="flex flex-col gap-2.5">
        {[...data.items].reverse().map((line) => (
          <li key={line.id}>
            <time dateTime={line.at} className="text-xs text-ink-3">
              {shortMoment(line.at)}
            </time>
            <div>{sentenceOf(line)}</div>
            {fieldNames(line) !== '' && <div className="text-xs text-ink-3">{fieldNames(line)}</div>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
