import type { Candidate, Match } from '../../api/answers/people';
import { fullName } from '../../people/person-name';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { longDay } from '../../ui/dates';

interface LookAlikesProps {
  readonly match: Match;
  readonly seen: readonly string[];
  readonly onSame: (personId: string) => void;
  /** The ids looked at and found to be other people. */
  readonly onOthers: (seen: readonly string[]) => void;
}

export function LookAlikes({ match, seen, onSame, onOthers }: LookAlikesProps) {
  const { candidates, verdict } = match;
  const ids = candidates.map(({ personId }) => personId);
  const allSeen = ids.every((id) => seen.includes(id));
  return (
    <section
      role="status"
      aria-label="Déjà dans l’annuaire ?"
      className="rounded-m border border-warn bg-warn-bg p-3.5"
    >
      <h3 className="font-semibold text-warn">
        {verdict === 'same' ? 'Cette personne est déjà dans l’annuaire' : 'Est-ce l’une de ces personnes ?'}
      </h3>
      <ul className="my-2 flex flex-col gap-2">
        {candidates.map((candidate) => (
          <li
            key={candidate.personId}
            className="flex flex-wrap items-center gap-3 rounded-s bg-surface px-3 py-2"
          >
            <Known candidate={candidate} />
            <Button onPress={() => onSame(candidate.personId)}>
              C’est cette personne<span className="sr-only"> : {fullName(candidate)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Checkbox isSelected={allSeen} onChange={(other) => onOthers(other ? ids : [])}>
        C’est quelqu’un d’autre : créer une nouvelle fiche
      </Checkbox>
    </section>
  );
}

function Known({ candidate }: { readonly candidate: Candidate }) {
  const { birthDate, phone, email, reasons } = candidate;
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-semibold">{fullName(candidate)}</p>
      <p className="text-xs text-ink-2">
        {[birthDate && longDay(birthDate), phone, email].filter(Boolean).join(' · ')}
      </p>
      <p className="text-xs text-ink-2">{reasons.join(', ')}</p>
    </div>
  );
}
