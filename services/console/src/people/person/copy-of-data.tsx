import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeCopy, PersonPage } from '../../api/answers/people';
import { answer, api } from '../../api/client';
import { keys } from '../../api/keys';
import { Button } from '../../ui/button';
import { download } from '../../ui/csv';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { fullName } from '../person-name';

/** What the town owes to who asks for it: a copy of all that its services hold, to hand over. */
export function CopyOfData({ person }: { readonly person: PersonPage }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Copie de ses données</Button>
      {isOpen && <CopyDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}

function CopyDialog({ person, onClose }: { readonly person: PersonPage; readonly onClose: () => void }) {
  // One number for one copy: asked for again after a lost answer, it is the same.
  const [copyId] = useState(() => crypto.randomUUID());
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: () =>
      answer<MadeCopy>(
        api.POST('/api/persons/{id}/copies', {
          params: { path: { id: person.keptId } },
          body: { id: copyId },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.person(person.keptId) }),
  });
  return (
    <Dialog title="Copie de ses données" isOpen onClose={onClose}>
      <p className="text-ink-2">
        Tout ce que les services de la ville gardent sur {fullName(person)}, dans un seul document à lui
        remettre : fiche, besoins, notes, rendez-vous, messages, lectures du dossier. La demande est notée au
        journal de la fiche.
      </p>
      {making.error && <ProblemNote error={making.error} />}
      {making.data && <Made made={making.data} name={fileName(person)} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Fermer
        </Button>
        {(!making.data || !making.data.copy.complete) && (
          <Button look="filled" isDisabled={making.isPending} onPress={() => making.mutate()}>
            {making.isPending
              ? 'Les services répondent…'
              : making.data
                ? 'Demander à nouveau'
                : 'Préparer la copie'}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}

const fileName = ({ lastName, trackingCode }: PersonPage) =>
  `donnees-${lastName.toLowerCase()}-${trackingCode}`;

function Made({ made: { copy, page }, name }: { readonly made: MadeCopy; readonly name: string }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      {copy.complete ? (
        <p className="rounded-s bg-good-bg px-3 py-2 font-medium text-good">
          La copie est prête, et complète.
        </p>
      ) : (
        <p className="rounded-s bg-bad-bg px-3 py-2 font-medium text-bad">
          La copie n’est pas complète. N’ont pas répondu : {copy.missing.join(', ')}. Le document le dit
          aussi.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => openPage(page)}>Ouvrir pour imprimer</Button>
        <Button onPress={() => download(`${name}.html`, page, 'text/html')}>Télécharger la page</Button>
        <Button onPress={() => download(`${name}.json`, JSON.stringify(copy, null, 2), 'application/json')}>
          Télécharger les données (JSON)
        </Button>
      </div>
    </div>
  );
}

/** A page without script, in a tab of its own. */
function openPage(page: string): void {
  window.open(
    URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' })),
    '_blank',
    'noopener',
  );
}
