import type { AnyKind } from '../strikes/kinds';

/** One protection switched off: what to change in libs/messaging/src, and the strikes that it protects from. */
export interface Break {
  /** What is no longer true, in one sentence. */
  readonly what: string;
  readonly changes: readonly Change[];
  readonly hurtBy: readonly AnyKind[];
}

export interface Change {
  /** Under libs/messaging/src. */
  readonly file: string;
  /** Must be there exactly once. */
  readonly from: string;
  readonly to: string;
}
