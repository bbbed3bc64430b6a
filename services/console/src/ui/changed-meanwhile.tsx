import { shortMoment } from './dates';

/** One thing that happened to a file while somebody had its form open. */
export interface Change {
  readonly id: string;
  readonly at: string;
  readonly sentence: string;
  /** « par Paul Renard ». */
  readonly who?: string;
}

interface ChangedMeanwhileProps {
  readonly changes: readonly Change[];
  /** The reader's own, though it was refused: its first answer was lost on the way, not the act. */
  readonly isMine?: boolean;
  /** A sending was refused because of it: that is read out at once. */
  readonly isRefused?: boolean;
}

/** Who changed what and when, before it is sent on top of it. What was typed stays in its form. */
export function ChangedMeanwhile({ changes, isMine = false, isRefused = false }: ChangedMeanwhileProps) {
  return (
    <div role={isRefused ? 'alert' : 'status'} className="rounded-s bg-warn-bg px-4 py-3 text-warn">
      <p className="font-medium">
        {isMine ? 'C’est déjà enregistré :' : 'Ce dossier vient de changer. Votre saisie est gardée.'}
      </p>
      <ul>
        {changes.map(({ id, at, sentence, who }) => (
          <li key={id}>
            {sentence}
            {who !== undefined && ` ${who}`}, <time dateTime={at}>{shortMoment(at)}</time>
          </li>
        ))}
      </ul>
      <p>
        {isMine
          ? 'Rien n’est à renvoyer : vous pouvez fermer.'
          : 'Si votre saisie est toujours juste, envoyez-la : elle s’ajoute à ce qui précède.'}
      </p>
    </div>
  );
}
