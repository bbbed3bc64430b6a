import { useEffect, useState } from 'react';
import { asProblem } from '../api/problem';
import { Button } from '../ui/button';
import { useHotkey } from './hotkeys';
import { forgetDone, tellDone, undoForMs, useDone, type Done } from './undo';

/** At the foot of every page, read aloud when it changes. Looking at it, or having the focus in it, holds its time. */
export function UndoToast() {
  const done = useDone();
  return (
    <div
      role="status"
      className="no-print pointer-events-none fixed inset-x-3 bottom-16 z-20 mx-auto flex max-w-lg justify-center md:bottom-5"
    >
      {done && <Shown key={done.id} done={done} />}
    </div>
  );
}

function Shown({ done }: { readonly done: Done }) {
  const [held, setHeld] = useState(false);
  const { id, sentence, undo, undoLabel } = done;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => forgetDone(id), undoForMs);
    return () => clearTimeout(timer);
  }, [held, id]);
  const back = () => {
    forgetDone(id);
    void undo?.().then(
      () => tellDone('C’est annulé.'),
      (error: unknown) => tellDone(asProblem(error).message),
    );
  };
  useHotkey('z', undo && back);
  return (
    <div
      className="pointer-events-auto flex flex-wrap items-center gap-3 rounded-m bg-ink px-4 py-2.5 text-surface shadow-card"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{sentence}</span>
      {undo && (
        <Button onPress={back} hotkey="Z">
          {undoLabel ?? 'Annuler'}
        </Button>
      )}
    </div>
  );
}
