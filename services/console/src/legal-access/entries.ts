import type { Entry } from '../app/entry';

export const legalAccessEntries: readonly Entry[] = [];
