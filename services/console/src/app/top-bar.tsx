import { Link } from '@tanstack/react-router';
import { territoryOf } from './territory';
import { townName } from './towns';
import { useSession } from './session';
import { SessionMenu } from './session-menu';

/** The search first: it finds people, and leads everywhere. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { territories } = useSession();
  return (
    <header
      role="banner"
      className="sticky top-0 z-10 flex items-center gap-3 border-b border-line bg-surface px-4 py-2 md:px-7"
    >
      <Link to="/" className="font-semibold md:hidden" aria-label="Passerelle, accueil">
        P
      </Link>
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
        className="mx-auto flex min-h-9 max-w-xl min-w-0 flex-1 items-center gap-2.5 rounded-full border border-line-strong bg-surface px-3.5 text-left text-ink-3"
      >
        <svg
          width="15"
          height="15"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          aria-hidden
        >
          <circle cx="7" cy="7" r="5" />
          <path d="m11 11 4 4" />
        </svg>
        <span className="truncate">Chercher une personne, un besoin, une page…</span>
        <kbd aria-hidden className="ml-auto max-sm:hidden">
          Ctrl K
        </kbd>
      </button>
      <span className="rounded-full bg-sunken px-2.5 py-0.5 text-xs font-medium text-ink-2 max-lg:hidden">
        {townName(territoryOf(territories))}
      </span>
      <SessionMenu />
    </header>
  );
}
