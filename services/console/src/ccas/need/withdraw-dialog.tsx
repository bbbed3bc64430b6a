import type { Need } from '../../api/answers/needs';
import { useKeptText } from '../../app/kept-forms';
import { tellDone } from '../../app/undo';
import { Button } from '../../ui/button';
import { Dialog, DialogFoot } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import { useNeedAct, withdraw } from '../need-acts';
import { NeedMeanwhile, useOpenedNeed } from './need-meanwhile';

export function WithdrawDialog({ need, onClose }: { readonly need: Need; readonly onClose: () => void }) {
  const { value: reason, set: setReason, forget } = useKeptText(`renoncer:${need.id}`);
  const opened = useOpenedNeed(need);
  const leave = () => {
    forget();
    onClose();
  };
  const act = useNeedAct(
    () => withdraw(opened.asSeen, reason),
    () => {
      tellDone('Le besoin est retiré ; le service qui le suivait le laisse.');
      leave();
    },
  );
  return (
    <Dialog title="La personne renonce à ce besoin" isOpen onClose={onClose}>
      <p className="text-ink-2">
        Un rendez-vous déjà pris est annulé, et sa place va à la personne suivante.
      </p>
      <TextField
        label="Pourquoi"
        hint="Reste au CCAS."
        rows={2}
        value={reason}
        onChange={setReason}
        fault={act.error?.fields.get('reason')}
      />
      <NeedMeanwhile opened={opened} error={act.error} />
      <DialogFoot>
        <Button look="quiet" onPress={leave}>
          Garder le besoin
        </Button>
        <Button look="filled" isDisabled={act.isPending} onPress={() => act.mutate(undefined)}>
          Retirer le besoin
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
