import type { ParkedEvent } from '../../api/answers/administration';

const reasons: Readonly<Record<ParkedEvent['reason'], string>> = {
  failed: 'N’a pas pu être pris en compte',
  'unknown-contract': 'D’une version plus récente : repartira seul quand le service sera à jour',
  unreadable: 'Illisible : il ne peut qu’être écarté',
};

export function reasonOf({ reason, attempts }: ParkedEvent): string {
  return reason === 'failed' && attempts > 1
    ? `${reasons.failed}, ${attempts} fois de suite`
    : (reasons[reason] ?? 'Mis de côté');
}

export function replayedSentence(count: number): string {
  if (count === 0) return 'Il n’y avait plus rien à rejouer.';
  return count === 1 ? 'Événement rejoué.' : `${count} événements rejoués.`;
}

/** What can be run again: the rest waits for a newer build, or goes. */
export const isReplayable = ({ reason, reaction }: ParkedEvent): boolean =>
  reason === 'failed' && reaction !== undefined;
