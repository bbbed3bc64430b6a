import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { List } from '../../api/answers/list';
import type { Candidate, PersonPage } from '../../api/answers/people';
import { read } from '../../api/client';
import { keys } from '../../api/keys';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { longDay } from '../../ui/dates';
import { fullName } from '../person-name';
import { CompareDialog } from './compare-dialog';

/** Files that may be the same person, with why; nothing when there are none. */
export function SamePerson({ person }: { readonly person: PersonPage }) {
  const [comparedId, setComparedId] = useState<string>();
  const { data } = useQuery({
    queryKey: [...keys.persons, 'look-alikes', person.id],
    queryFn: () => read<List<Candidate>>('/api/people/persons/{id}/look-alikes', { path: { id: person.id } }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title="Peut-être la même personne">
      <ul className="flex flex-col gap-3">
        {data.items.map((candidate) => (
          <li key={candidate.personId} className="flex flex-wrap items-center gap-2">
            <div className="min-w-0 flex-1 basis-40">
              <p className="font-medium">{fullName(candidate)}</p>
              <p className="text-xs text-ink-2">
                {[candidate.birthDate && longDay(candidate.birthDate), candidate.reasons.join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button onPress={() => setComparedId(candidate.personId)}>
              Comparer<span className="sr-only"> avec {fullName(candidate)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {comparedId !== undefined && (
        <CompareDialog person={person} otherId={comparedId} onClose={() => setComparedId(undefined)} />
      )}
    </Card>
  );
}
