import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state';

export function NothingToday() {
  return (
    <EmptyState title="Aucune place libre aujourd’hui">
      Notez plutôt{' '}
      <Link to="/ccas/noter" className="link">
        un besoin
      </Link>{' '}
      : la personne aura la prochaine date, ou attendra son tour.
    </EmptyState>
  );
}
