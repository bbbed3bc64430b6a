import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Bridge } from '../ui/bridge';
import { buttonClass } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { HeldSending } from './held-sending';
import { keepFormsOf } from './kept-forms';
import { sessionQuery, signInAddress } from './session';
import { SessionOver } from './session-over';
import { speakForTerritoryOf } from './territory';

/** Nothing of a service is asked before somebody is signed in. What is on the screen stays when the session ends. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  if (isPending) return null;
  if (error && !session) {
    return (
      <Alone>
        <ProblemNote error={error} onRetry={() => void refetch()} />
      </Alone>
    );
  }
  if (!session) return <SignIn />;
  speakForTerritoryOf(session.territories);
  keepFormsOf(session.sub);
  return (
    <>
      {children}
      <SessionOver />
      <HeldSending />
    </>
  );
}

function SignIn() {
  useEffect(() => {
    document.title = 'Se connecter · Passerelle';
  }, []);
  return (
    <Alone>
      <h1 className="text-xl font-semibold">Passerelle</h1>
      <p className="text-ink-2">
        Les services à la famille de la commune, ensemble. Connectez-vous avec votre compte d’agent pour
        continuer.
      </p>
      <a className={buttonClass('filled')} href={signInAddress(location.pathname + location.search)}>
        Se connecter
      </a>
    </Alone>
  );
}

function Alone({ children }: { readonly children: ReactNode }) {
  return (
    <main className="grid min-h-screen place-items-center p-4">
      <div className="flex w-full max-w-sm flex-col gap-4 rounded-m border border-line bg-surface p-6 shadow-card">
        <Bridge />
        {children}
      </div>
    </main>
  );
}
