import { Link } from '@tanstack/react-router';
import type { NeedFile, NeedStatus } from '../../api/answers/needs';
import { useHotkey } from '../../app/hotkeys';
import { useKept } from '../../app/kept-forms';
import { useMay } from '../../app/session';
import { ReferLink } from '../referral/refer-link';
import { Button, buttonClass } from '../../ui/button';
import { CloseDialog } from './close-dialog';
import { ReopenDialog } from './reopen-dialog';
import { ReorientDialog } from './reorient-dialog';
import { TakeBack } from './take-back';
import { WithdrawDialog } from './withdraw-dialog';

type Act = 'reorient' | 'close' | 'withdraw' | 'reopen';

/** The service decides again; this only spares people a button that would be refused. */
const offered: Readonly<Record<Act, readonly NeedStatus[]>> = {
  reorient: ['awaiting-service', 'oriented', 'referred', 'placed', 'returned', 'expired'],
  close: ['to-classify', 'awaiting-service', 'returned', 'expired'],
  withdraw: ['to-classify', 'awaiting-service', 'oriented', 'referred', 'placed', 'returned', 'expired'],
  reopen: ['closed'],
};

const noAct = () => undefined;
const isAct = (act: Act | undefined) => act !== undefined;

export function NeedActs({ need }: { readonly need: NeedFile }) {
  // After a reload the form that was open is open again, with what was typed in it.
  const { value: open, set: setOpen } = useKept<Act | undefined>(`acte:${need.id}`, noAct, isAct);
  const mayChange = useMay()('change', 'need');
  const offers = (act: Act) => mayChange && offered[act].includes(need.status);
  useHotkey('o', offers('reorient') ? () => setOpen('reorient') : undefined);
  return (
    <>
      <HandOver need={need} />
      <TakeBack need={need} />
      {offers('withdraw') && (
        <Button look="quiet" onPress={() => setOpen('withdraw')}>
          La personne y renonce
        </Button>
      )}
      {offers('close') && <Button onPress={() => setOpen('close')}>Clore</Button>}
      {offers('reopen') && need.canReopen && <Button onPress={() => setOpen('reopen')}>Rouvrir</Button>}
      <ReferLink need={need} />
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
      <Asked act={open} need={need} onClose={() => setOpen(undefined)} />
    </>
  );
}

interface AskedProps {
  readonly act: Act | undefined;
  readonly need: NeedFile;
  readonly onClose: () => void;
}

function Asked({ act, ...props }: AskedProps) {
  switch (act) {
    case undefined:
      return null;
    case 'reorient':
      return <ReorientDialog {...props} />;
    case 'close':
      return <CloseDialog {...props} />;
    case 'reopen':
      return <ReopenDialog {...props} />;
    case 'withdraw':
      return <WithdrawDialog {...props} />;
  }
}

/** For who shares out the work: this need is ticked in the list of its worker's. */
function HandOver({ need }: { readonly need: NeedFile }) {
  const mayHandOver = useMay()('hand-over', 'need');
  if (!mayHandOver || need.status === 'closed') return null;
  return (
    <Link
      to="/ccas/charge/confier"
      search={{ de: need.workerId, choix: need.id }}
      className={buttonClass('quiet')}
    >
      Confier
    </Link>
  );
}
