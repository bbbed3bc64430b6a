import { useState } from 'react';
import type { Need } from '../../api/answers/needs';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { ProblemNote } from '../../ui/problem-note';
import { TextField } from '../../ui/text-field';
import { close, reopen, undoing, useNeedAct, withdraw, type Outcome } from '../need-acts';
import { statuses } from '../need-words';

/** The person came back, or it was closed too soon: it goes back to where it was. */
export function ReopenDialog({ need, onClose }: { readonly need: Need; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [asked, ask] = useState(false);
  const act = useNeedAct(
    () => reopen(need, reason),
    (after) => {
      tellReopened(after, need.outcome as Outcome | 'withdrawn');
      onClose();
    },
  );
  const isMissing = reason.trim() === '';
  const send = () => {
    ask(true);
    if (!isMissing) act.mutate(undefined);
  };
  return (
    <Dialog title="Rouvrir le besoin" isOpen onClose={onClose}>
      <p className="text-ink-2">
        Il reprend là où il en était. Si un service le suivait, la personne y attend de nouveau une date.
      </p>
      <TextField
        label="Raison"
        hint="Une phrase : elle reste au CCAS."
        rows={2}
        isRequired
        value={reason}
        onChange={setReason}
        fault={asked && isMissing ? 'Dites pourquoi.' : act.error?.fields.get('reason')}
      />
      {act.error?.fields.size === 0 && <ProblemNote error={act.error} />}
      <DialogFoot>
        <Button look="quiet" onPress={onClose}>
          Renoncer
        </Button>
        <Button look="filled" isDisabled={act.isPending} onPress={send}>
          Rouvrir
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** Undone, it ends as it had ended. */
function tellReopened(after: Need, outcome: Outcome | 'withdrawn'): void {
  tellDone(`Besoin rouvert : ${statuses[after.status].label.toLowerCase()}.`, () =>
    undoing(after.id, (need) =>
      outcome === 'withdrawn' ? withdraw(need, 'Réouverture annulée aussitôt') : close(need, outcome),
    ),
  );
}
