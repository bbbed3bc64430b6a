import { asProblem } from '../api/problem';
import { Button } from './button';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A service's own sentence, read out at once, with a way on. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const problem = asProblem(error);
  const number = problem.instance?.split(':').at(-1);
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-s bg-bad-bg px-4 py-3 text-bad">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{problem.message}</p>
        {problem.status >= 500 && number !== undefined && (
          <p className="text-xs">Numéro à donner à l’assistance : {number}</p>
        )}
      </div>
      {onRetry !== undefined && <Button onPress={onRetry}>Réessayer</Button>}
    </div>
  );
}
