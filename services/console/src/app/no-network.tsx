import { useSyncExternalStore } from 'react';

/** What is on the screen may have changed elsewhere since: that is said, and nothing is taken away. */
export function NoNetwork() {
  const isAway = useSyncExternalStore(onNetwork, () => !navigator.onLine);
  return (
    <div role="status" className="no-print sticky top-13 z-10">
      {isAway && (
        <p className="bg-warn-bg px-4 py-1.5 text-sm text-warn md:px-7">
          Pas de connexion. La page montre ce qui était là avant la coupure ; ce que vous saisissez est gardé.
        </p>
      )}
    </div>
  );
}

function onNetwork(tell: () => void): () => void {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}
