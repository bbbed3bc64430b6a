import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useControlKey } from './hotkeys';
import { useLive } from './live';
import { NoNetwork } from './no-network';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { UndoToast } from './undo-toast';

const loadPalette = () => import('./palette/palette').then(({ Palette: found }) => ({ default: found }));
const Palette = lazy(loadPalette);
/** Before it is asked for, so that what is typed right after Ctrl + K is not lost; after the page, which comes first. */
const preloadAfterMs = 1_500;

/** What is around every page. */
export function Shell() {
  const [isSearching, setSearching] = useState(false);
  useControlKey('k', () => setSearching((before) => !before));
  useLive();
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), preloadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <a
        href="#page"
        className="absolute left-3 -top-20 z-50 rounded-s bg-ink px-4 py-2 text-surface focus:top-3"
        onClick={toPage}
      >
        Aller au contenu
      </a>
      <div className="frame grid min-h-screen md:grid-cols-[14rem_minmax(0,1fr)]">
        <Rail onSearch={() => setSearching(true)} />
        <div className="flex min-w-0 flex-col">
          <TopBar onSearch={() => setSearching(true)} />
          <NoNetwork />
          <main
            id="page"
            tabIndex={-1}
            className="mx-auto w-full max-w-[78rem] flex-1 px-4 pt-5 pb-28 outline-none md:px-7"
          >
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <UndoToast />
      {isSearching && (
        <Suspense fallback={null}>
          <Palette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The address keeps its filters: no #page is added to it. */
function toPage(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('page')?.focus();
}
