import { Link } from '@tanstack/react-router';
import { Bridge } from '../ui/bridge';
import { entries } from './entries';
import { sectionDots, shownTo, type Entry } from './entry';
import { useMay } from './session';
import { useUnread } from './unread';

/** On the side of a desk; at the bottom of a phone, with the search in its middle. */
export function Rail({ onSearch }: { readonly onSearch: () => void }) {
  const shown = shownTo(useMay(), entries).filter(({ hidden }) => !hidden);
  return (
    <>
      <nav
        aria-label="Pages"
        className="sticky top-0 flex h-screen flex-col gap-0.5 overflow-y-auto border-r border-line bg-sunken px-2.5 py-3.5 max-md:hidden"
      >
        <Link to="/" className="flex items-center gap-2 px-2 pb-2 text-lg font-semibold tracking-tight">
          <Bridge /> Passerelle
        </Link>
        <Sections shown={shown} />
        <Link
          to="/accessibilite"
          className="mt-auto rounded-s px-2.5 py-1.5 text-xs text-ink-2 hover:bg-surface"
        >
          Accessibilité
        </Link>
      </nav>
      <BottomBar shown={shown} onSearch={onSearch} />
    </>
  );
}

function Sections({ shown }: { readonly shown: readonly Entry[] }) {
  const sections = [...new Set(shown.map(({ section }) => section))];
  return sections.map((section) => (
    <div key={section} className="pb-1">
      <p aria-hidden className="flex items-center gap-2 px-2.5 pt-3 pb-1 text-xs font-semibold text-ink-2">
        <span className={`size-2 rounded-full ${sectionDots[section]}`} />
        {section}
      </p>
      <ul aria-label={section}>
        {shown
          .filter((entry) => entry.section === section)
          .map((entry) => (
            <li key={entry.to}>
              <RailLink entry={entry} />
            </li>
          ))}
      </ul>
    </div>
  ));
}

function RailLink({ entry: { to, label, exact } }: { readonly entry: Entry }) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: exact ?? false, includeSearch: false }}
      className="flex items-center gap-2 rounded-s px-2.5 py-1.5 text-ink-2 hover:bg-surface aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-[inset_3px_0_0_var(--ink-2)]"
    >
      {label}
      {to === '/messages' && <Unread />}
    </Link>
  );
}

function Unread() {
  const count = useUnread();
  if (count === 0) return null;
  return (
    <span className="ml-auto rounded-full bg-info-bg px-2 text-xs font-medium text-info">
      {count}
      <span className="sr-only"> non {count > 1 ? 'lus' : 'lu'}</span>
    </span>
  );
}

function BottomBar({ shown, onSearch }: { readonly shown: readonly Entry[]; readonly onSearch: () => void }) {
  const three = shown.filter(({ onPhone }) => onPhone).slice(0, 3);
  const link =
    'flex min-h-14 flex-1 items-center justify-center px-1 text-center text-xs text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_3px_0_var(--ink-2)]';
  return (
    <nav
      aria-label="Pages"
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-sunken md:hidden"
    >
      {three.map(({ to, label, short, exact }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: exact ?? false, includeSearch: false }}
          className={link}
        >
          {short ?? label}
        </Link>
      ))}
      <button type="button" className={link} onClick={onSearch}>
        Chercher
      </button>
    </nav>
  );
}
