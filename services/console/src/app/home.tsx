import { Navigate } from '@tanstack/react-router';
import { PageHead } from '../ui/page-head';
import { useMay } from './session';

/** Each trade opens on the work that waits for it. */
export function Home() {
  const may = useMay();
  if (may('list', 'need')) return <Navigate to="/ccas" replace />;
  if (may('identify', 'need')) return <Navigate to="/ccas/noter" replace />;
  if (may('record-attendance', 'request')) return <Navigate to="/acces-au-droit" replace />;
  return (
    <PageHead
      title="Bienvenue dans Passerelle"
      under="Choisissez une page dans la barre, ou cherchez une personne avec Ctrl + K."
    />
  );
}
