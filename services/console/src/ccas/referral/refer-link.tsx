import { Link, useNavigate } from '@tanstack/react-router';
import { useHotkey } from '../../app/hotkeys';
import { useMay } from '../../app/session';
import { buttonClass } from '../../ui/button';

/** From the page of a need; P does the same. */
export function ReferLink({ needId }: { readonly needId: string }) {
  const navigate = useNavigate();
  const maySend = useMay()('send', 'referral');
  const there = { to: '/ccas/besoins/$needId/orienter', params: { needId }, search: {} } as const;
  useHotkey('p', maySend ? () => void navigate(there) : undefined);
  if (!maySend) return null;
  return (
    <Link {...there} className={buttonClass('plain')}>
      Orienter vers un partenaire
      <kbd aria-hidden className="max-sm:hidden">
        P
      </kbd>
    </Link>
  );
}
