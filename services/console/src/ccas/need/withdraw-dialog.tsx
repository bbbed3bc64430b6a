import { useState } from 'react';
import type { Need } from '../../api/answers/needs';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { TextField } from '../../ui/text-field';
import { tellClosed, useNeedAct, withdraw } from '../need-acts';

export function WithdrawDialog({ need, onClose }: { readonly need: Need; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const act = useNeedAct(
    () => withdraw(need, reason),
    (after) => {
      tellClosed(after, 'Le besoin est retiré ; le service qui le suivait le laisse.');
      onClose();
    },
  );
  return (
    <Dialog title="La personne renonce à ce besoin" isOpen onClose={onClose}>
      <p className="text-ink-2">
        Un rendez-vous déjà pris est annulé, et sa place va à la personne suivante.
      </p>
      <TextField label="Pourquoi" hint="Reste au CCAS." rows={2} value={reason} onChange={setReason} />
      {act.error && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Garder le besoin
        </Button>
        <Button look="filled" isDisabled={act.isPending} onPress={() => act.mutate(undefined)}>
          Retirer le besoin
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
