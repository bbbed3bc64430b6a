import { Link } from '@tanstack/react-router';
import type { PersonPage } from '../../api/answers/people';
import { useMay } from '../../app/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { fullName } from '../person-name';
import { useUnmerge } from './merge-acts';

/** The files that are read with this one, and the way to part them again. */
export function MergedFiles({ person: { keptId, duplicates } }: { readonly person: PersonPage }) {
  const may = useMay();
  const parting = useUnmerge(keptId);
  if (duplicates.length === 0) return null;
  return (
    <Card title="Fiches réunies à celle-ci">
      <ul className="flex flex-col gap-2">
        {duplicates.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-2">
            <Link to="/personnes/$personId" params={{ personId: file.id }} className="link min-w-0 flex-1">
              {fullName(file)}
            </Link>
            {may('merge', 'person') && file.version !== undefined && (
              <Button
                look="quiet"
                isDisabled={parting.isPending}
                onPress={() => parting.mutate({ id: file.id, version: file.version! })}
              >
                Séparer<span className="sr-only"> : {fullName(file)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
