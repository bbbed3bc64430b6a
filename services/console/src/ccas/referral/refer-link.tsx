import { Link, useNavigate } from '@tanstack/react-router';
import type { Need } from '../../api/answers/needs';
import { useHotkey } from '../../app/hotkeys';
import { useMay } from '../../app/session';
import { buttonClass } from '../../ui/button';
import { mayBeReferred } from './referral-words';

/** From the page of a need that the CCAS decides about; P does the same. */
export function ReferLink({ need }: { readonly need: Need }) {
  const navigate = useNavigate();
  const isOffered = useMay()('send', 'referral') && mayBeReferred(need);
  const there = { to: '/ccas/besoins/$needId/orienter', params: { needId: need.id }, search: {} } as const;
  useHotkey('p', isOffered ? () => void navigate(there) : undefined);
  if (!isOffered) return null;
  return (
    <Link {...there} className={buttonClass('plain')}>
      Orienter vers un partenaire
      <kbd aria-hidden className="max-sm:hidden">
        P
      </kbd>
    </Link>
  );
}
