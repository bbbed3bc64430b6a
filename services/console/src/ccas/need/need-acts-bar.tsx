import { Link } from '@tanstack/react-router';
import type { NeedFile, NeedStatus } from '../../api/answers/needs';
import { useHotkey } from '../../app/hotkeys';
import { useKept } from '../../app/kept-forms';
import { useMay } from '../../app/session';
import { Button, buttonClass } from '../../ui/button';
import { CloseDialog } from './close-dialog';
import { ReorientDialog } from './reorient-dialog';
import { WithdrawDialog } from './withdraw-dialog';

type Act = 'reorient' | 'close' | 'withdraw';

/** The service decides again; this only spares people a button that would be refused. */
const offered: Readonly<Record<Act, readonly NeedStatus[]>> = {
  reorient: ['awaiting-service', 'oriented', 'placed', 'returned', 'expired'],
  close: ['to-classify', 'awaiting-service', 'returned', 'expired'],
  withdraw: ['to-classify', 'awaiting-service', 'oriented', 'placed', 'returned', 'expired'],
};

const noAct = () => undefined;
const isAct = (act: Act | undefined) => act !== undefined;

export function NeedActs({ need }: { readonly need: NeedFile }) {
  // After a reload the form that was open is open again, with what was typed in it.
  const { value: open, set: setOpen } = useKept<Act | undefined>(`acte:${need.id}`, noAct, isAct);
  const mayChange = useMay()('change', 'need');
  const offers = (act: Act) => mayChange && offered[act].includes(need.status);
  useHotkey('o', offers('reorient') ? () => setOpen('reorient') : undefined);
  const shut = () => setOpen(undefined);
  return (
    <>
      {offers('withdraw') && (
        <Button look="quiet" onPress={() => setOpen('withdraw')}>
          La personne y renonce
        </Button>
      )}
      {offers('close') && <Button onPress={() => setOpen('close')}>Clore</Button>}
      {offers('reorient') && (
        <Button onPress={() => setOpen('reorient')} hotkey="O">
          Réorienter
        </Button>
      )}
      {mayChange && need.status === 'to-classify' && (
        <Link to="/ccas/classer" className={buttonClass('filled')}>
          Choisir un sujet
        </Link>
      )}
      {open === 'reorient' && <ReorientDialog need={need} onClose={shut} />}
      {open === 'close' && <CloseDialog need={need} onClose={shut} />}
      {open === 'withdraw' && <WithdrawDialog need={need} onClose={shut} />}
    </>
  );
}
