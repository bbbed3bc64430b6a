import { administrationEntries } from '../administration/entries';
import { ccasEntries } from '../ccas/entries';
import { legalAccessEntries } from '../legal-access/entries';
import { messagesEntries } from '../messages/entries';
import type { Entry } from './entry';

/** Everything that can be gone to: the rail, the bar of a phone and the palette read this one list. */
export const entries: readonly Entry[] = [
  ...ccasEntries,
  ...legalAccessEntries,
  ...messagesEntries,
  ...administrationEntries,
];
