import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { goOn, obstacleNow, onHeld } from '../api/sending';
import { Button } from '../ui/button';
import { PageHead } from '../ui/page-head';
import { sessionIsOver, useSessionIsOver } from './expiry';
import { sessionQuery, signInAddress } from './session';

/** Where the window that signs in again ends: it tells the others, and closes. */
export const signedInAgainPath = '/connecte';
const channel = 'passerelle-session';

/** Said without taking the focus: somebody may be typing. Beside the page, so over an open dialog too. */
export function SessionOver() {
  const isOver = useSessionIsOver();
  const isSendingHeld = useSyncExternalStore(onHeld, obstacleNow) !== undefined;
  const client = useQueryClient();
  useEffect(() => {
    const heard = new BroadcastChannel(channel);
    heard.onmessage = () => void signedInAgain(client);
    return () => heard.close();
  }, [client]);
  if (!isOver || isSendingHeld) return null;
  return createPortal(
    <div
      role="alertdialog"
      aria-label="Votre session est terminée"
      data-react-aria-top-layer="true"
      className="fixed inset-x-3 bottom-3 z-40 mx-auto flex max-w-xl flex-wrap items-center gap-3 rounded-m border border-line-strong bg-surface p-4 shadow-card"
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold">Votre session est terminée.</p>
        <p className="text-ink-2">Ce que vous avez saisi est toujours là. Reconnectez-vous pour continuer.</p>
      </div>
      <Button onPress={signInAgain}>Se reconnecter</Button>
    </div>,
    document.body,
  );
}

/** In another window, so that this one stays as it is; in place where the browser opens none: forms are kept. */
export function signInAgain(): void {
  const other = window.open(signInAddress(signedInAgainPath), '_blank');
  if (!other) location.assign(signInAddress(location.pathname + location.search));
}

/** Somebody else may have signed in on this desk: what is on the screen is not theirs. */
async function signedInAgain(client: QueryClient): Promise<void> {
  const before = client.getQueryData(sessionQuery.queryKey);
  const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  if (before && now?.sub !== before.sub) {
    location.assign('/');
    return;
  }
  sessionIsOver(false);
  goOn('session');
  void client.invalidateQueries();
}

/** In the other window. */
export function SignedInAgain() {
  useEffect(() => {
    new BroadcastChannel(channel).postMessage('signed-in');
    window.close();
  }, []);
  return <PageHead title="Vous êtes reconnecté" under="Fermez cette fenêtre et reprenez là où vous étiez." />;
}
