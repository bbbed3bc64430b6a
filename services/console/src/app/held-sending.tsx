import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { goOn, obstacleNow, onHeld, takeBack, type Obstacle } from '../api/sending';
import { Button } from '../ui/button';
import { DialogFoot } from '../ui/dialog';
import { signInAgain } from './session-over';

const words: Readonly<Record<Obstacle, { readonly title: string; readonly text: string }>> = {
  network: {
    title: 'Pas de connexion',
    text: 'Rien n’est perdu : votre envoi attend ici et part de lui-même dès que le réseau revient.',
  },
  session: {
    title: 'Votre session est terminée',
    text: 'Rien n’est perdu. Reconnectez-vous dans l’autre fenêtre : votre envoi part aussitôt après.',
  },
};

/** What was pressed and could not leave, whatever form it comes from. */
export function HeldSending() {
  const obstacle = useSyncExternalStore(onHeld, obstacleNow);
  useEffect(() => {
    const isBack = () => goOn('network');
    addEventListener('online', isBack);
    return () => removeEventListener('online', isBack);
  }, []);
  return obstacle && createPortal(<Waiting obstacle={obstacle} />, document.body);
}

/**
 * The browser's own modal, beside the page: above an open dialog of ours, which hides the page and stays open under it. The focus
 * is inside, and given back after. While it is shown nothing can be typed that would not be in what is sent.
 */
function Waiting({ obstacle }: { readonly obstacle: Obstacle }) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { title, text } = words[obstacle];
  useEffect(() => {
    const shown = box.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={box}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-react-aria-top-layer="true"
      onClose={() => {
        if (box.current?.open === false) takeBack();
      }}
      className="m-auto w-[min(32rem,calc(100vw-1.5rem))] rounded-m border border-line-strong bg-surface p-5 text-ink shadow-card backdrop:bg-veil"
    >
      <div className="flex flex-col gap-3">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        <p id={`${id}-text`} className="text-ink-2">
          {text}
        </p>
        <DialogFoot>
          <Button look="quiet" onPress={takeBack}>
            Ne pas envoyer
          </Button>
          {obstacle === 'network' ? (
            <Button look="filled" onPress={() => goOn('network')}>
              Réessayer maintenant
            </Button>
          ) : (
            <Button look="filled" onPress={signInAgain}>
              Se reconnecter
            </Button>
          )}
        </DialogFoot>
      </div>
    </dialog>
  );
}
