import type { FreeSlot } from '../../api/answers/legal-access';

export interface Demand {
  readonly topic: string;
  readonly waitingCount: number;
  readonly threshold: number;
  readonly horizonDays: number;
}

/** Where the need would go, and what to tell the resident before anything is saved. */
export type Orientation =
  | { readonly kind: 'unserved'; readonly fieldLabel: string }
  | { readonly kind: 'free'; readonly slot: FreeSlot }
  | { readonly kind: 'waits'; readonly demand?: Demand; readonly later?: FreeSlot };

/** How far ahead the service books by itself, when nothing says otherwise. */
const usualHorizonDays = 21;

/** A date that the service would book by itself, or a wait. */
export function withinReach(
  slot: FreeSlot | undefined,
  demand: Demand | undefined,
  now = Date.now(),
): Orientation {
  const horizon = now + (demand?.horizonDays ?? usualHorizonDays) * 86_400_000;
  if (slot && Date.parse(slot.startsAt) <= horizon) return { kind: 'free', slot };
  return { kind: 'waits', demand, later: slot };
}
