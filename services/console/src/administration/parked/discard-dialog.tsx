import { useState } from 'react';
import type { ParkedEvent } from '../../api/answers/administration';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { TextField } from '../../ui/text-field';
import { discard, useParkedAct } from './parked-acts';

const shortestReason = 3;

/** Why is asked, and kept with the name of who said so: this one act cannot be taken back. */
export function DiscardDialog({
  parked,
  onClose,
}: {
  readonly parked: ParkedEvent;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const act = useParkedAct(
    (why: string) => discard(parked, why),
    () => {
      tellDone('Événement écarté.');
      onClose();
    },
  );
  const isMissing = reason.trim().length < shortestReason;
  const send = () => {
    setAsked(true);
    if (!isMissing) act.mutate(reason.trim());
  };
  return (
    <Dialog title="Écarter l’événement" isOpen onClose={onClose}>
      <p className="text-ink-2">
        {parked.serviceTitle} n’en tiendra jamais compte{behindSentence(parked.behind)}. L’événement reste
        gardé avec votre raison ; l’écarter est définitif.
      </p>
      <TextField
        label="Raison"
        hint="Pourquoi cet événement n’a plus d’effet à produire ici"
        isRequired
        autoFocus
        rows={3}
        value={reason}
        onChange={setReason}
        fault={isAsked && isMissing ? 'Dites pourquoi.' : undefined}
      />
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Le garder
        </Button>
        <Button look="filled" isDisabled={act.isPending} onPress={send}>
          Écarter
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function behindSentence(behind: number): string {
  if (behind === 0) return '';
  return behind === 1
    ? ' ; celui qui attend derrière passera'
    : ` ; les ${behind} qui attendent derrière passeront`;
}
