import type { Reaction } from '@passerelle/messaging';

/** The directory of persons hears nothing: agents and the import tell it everything. */
export const reactions = (): Reaction[] => [];
