import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonPage } from '../../api/answers/people';
import { keys } from '../../api/keys';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { Loading } from '../../ui/loading';
import { ProblemNote } from '../../ui/problem-note';
import { RadioGroup } from '../../ui/radio-group';
import { fieldLabels, valueWords } from '../edit/field-words';
import { draftFields, draftOf, isSame } from '../edit/person-draft';
import { readFile } from '../edit/save-person';
import { useMerge } from './merge-acts';

interface CompareDialogProps {
  readonly person: PersonPage;
  readonly otherId: string;
  readonly onClose: () => void;
}

/** Two files side by side, before saying that they are one person. */
export function CompareDialog({ person, otherId, onClose }: CompareDialogProps) {
  const {
    data: other,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.person(otherId),
    queryFn: () => readFile(otherId),
  });
  return (
    <Dialog title="Est-ce la même personne ?" isOpen onClose={onClose}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!other && !error && <Loading lines={4} />}
      {other && <Compared person={person} other={other} onClose={onClose} />}
    </Dialog>
  );
}

interface ComparedProps extends Pick<CompareDialogProps, 'person' | 'onClose'> {
  readonly other: PersonPage;
}

function Compared({ person, other, onClose }: ComparedProps) {
  const navigate = useNavigate();
  const [keptId, setKeptId] = useState(person.id);
  const merging = useMerge((into) => {
    onClose();
    if (into !== person.id) void navigate({ to: '/personnes/$personId', params: { personId: into } });
  });
  const [kept, file] = keptId === person.id ? [person, other] : [other, person];
  const choices = [
    [person.id, `Celle que vous lisiez, code ${person.trackingCode}`],
    [other.id, `L’autre, code ${other.trackingCode}`],
  ] as const;
  return (
    <>
      <SideBySide person={person} other={other} />
      <RadioGroup label="Fiche à garder" value={keptId} onChange={setKeptId} choices={choices} />
      <p className="text-xs text-ink-3">
        Besoins, rendez-vous et messages des deux fiches se liront ensemble. Chaque fiche garde son contenu :
        on peut les séparer ensuite.
      </p>
      {merging.error && <ProblemNote error={merging.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Ce sont deux personnes
        </Button>
        <Button
          look="filled"
          isDisabled={merging.isPending}
          onPress={() => merging.mutate({ file: { id: file.id, version: file.version }, into: kept.id })}
        >
          Réunir les deux fiches
        </Button>
      </DialogFoot>
    </>
  );
}

function SideBySide({ person, other }: Pick<ComparedProps, 'person' | 'other'>) {
  const [one, two] = [draftOf(person), draftOf(other)];
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Les deux fiches</caption>
      <thead>
        <tr className="text-left text-xs text-ink-3">
          <th scope="col" className="py-1 pr-3 font-medium">
            <span className="sr-only">Information</span>
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            Celle que vous lisiez
          </th>
          <th scope="col" className="py-1 font-medium">
            L’autre
          </th>
        </tr>
      </thead>
      <tbody>
        {draftFields.map((field) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 text-left text-xs font-normal text-ink-3">
              {fieldLabels[field]}
              {!isSame(field, one, two) && <span className="block font-medium text-warn">différent</span>}
            </th>
            <td className="py-1.5 pr-3 break-words">{valueWords(one, field)}</td>
            <td className="py-1.5 break-words">{valueWords(two, field)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
