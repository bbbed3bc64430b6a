import type { FreeSlot } from '../../api/answers/legal-access';
import type { Problem } from '../../api/problem';
import { Button } from '../../ui/button';
import { moment } from '../../ui/dates';
import { ProblemNote } from '../../ui/problem-note';

/** Refusals after which another date is the way on. */
const gone: Readonly<Record<string, string>> = {
  SlotAlreadyTaken: 'vient d’être pris',
  UnknownSlot: 'n’existe plus',
  SessionNotOpen: 'ne se donne plus',
  DateInThePast: 'est déjà passé',
};

interface NotPlacedProps {
  readonly error: Problem;
  /** The one that was pressed. */
  readonly slot: FreeSlot | undefined;
  /** The first that is free now: the list was read again. */
  readonly next: FreeSlot | undefined;
  readonly isPending: boolean;
  readonly choose: (slot: FreeSlot) => void;
}

/** A date that went to somebody else meanwhile is named, and the next one is a press away. */
export function NotPlaced({ error, slot, next, isPending, choose }: NotPlacedProps) {
  const why = gone[error.refused];
  if (why === undefined || !slot) return <Refused error={error} />;
  return (
    <div
      role="alert"
      className="mb-3 flex flex-wrap items-center gap-3 rounded-s bg-warn-bg px-4 py-3 text-warn"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">
          Le créneau du {moment(slot.startsAt)}, {slot.placeName}, {why}.
        </p>
        <p>
          {next
            ? `La liste vient d’être relue. Prochaine date libre : ${moment(next.startsAt)}, ${next.placeName}.`
            : 'La liste vient d’être relue : il n’y a plus de date libre.'}
        </p>
      </div>
      {next && (
        <Button isDisabled={isPending} onPress={() => choose(next)}>
          Prendre cette date
        </Button>
      )}
    </div>
  );
}

/** Who changed the request meanwhile is said beside it. */
function Refused({ error }: { readonly error: Problem }) {
  return (
    <div className="mb-3">
      <ProblemNote error={error} />
    </div>
  );
}
