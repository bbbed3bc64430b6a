import type { Reaction } from '@passerelle/messaging';

/** The directory hears nothing: people write it, other services listen to it. */
export const reactions = (): Reaction[] => [];
