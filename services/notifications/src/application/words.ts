import { professions, topics } from '@passerelle/contracts';
import type { Words } from '../domain/writing/writing';

/** The shared vocabulary. A word that this build does not know yet is shown as it is, without its dashes. */
export const words: Words = {
  topic: (slug) => labelOf(topics, slug),
  profession: (slug) => labelOf(professions, slug),
};

function labelOf(vocabulary: Readonly<Record<string, { label: string }>>, slug: string): string {
  return Object.hasOwn(vocabulary, slug) ? (vocabulary[slug]?.label ?? slug) : slug.replaceAll('-', ' ');
}
