import { fields, topics, type Field, type Topic } from '@passerelle/contracts';
import type { Tone } from '../ui/tag';

export type { Topic } from '@passerelle/contracts';

const tones: Readonly<Record<Field, Tone>> = {
  childcare: 'childcare',
  childhood: 'registration',
  youth: 'youth',
  parenting: 'parenting',
  'legal-access': 'law',
};

const isKnown = (word: string): word is Topic => Object.hasOwn(topics, word);

export function topicLabel(topic: string | null): string {
  if (topic === null) return 'À classer';
  return isKnown(topic) ? topics[topic].label : topic;
}

export function toneOf(topic: string | null): Tone {
  return topic !== null && isKnown(topic) ? tones[topics[topic].field] : 'neutral';
}

export function fieldOf(topic: string): { readonly field: Field; readonly label: string } | undefined {
  if (!isKnown(topic)) return undefined;
  const { field } = topics[topic];
  return { field, label: fields[field].label };
}

/** Topics by field, in the order of the shared vocabulary: for lists to choose from. */
export const topicGroups = (Object.keys(fields) as Field[])
  .map((field) => ({
    field,
    label: fields[field].label,
    topics: (Object.keys(topics) as Topic[]).filter((topic) => topics[topic].field === field),
  }))
  .filter((group) => group.topics.length > 0);

export const topicWords = Object.keys(topics) as [Topic, ...Topic[]];
export const fieldWords = Object.keys(fields) as [Field, ...Field[]];
export const fieldLabel = (field: string): string => fields[field as Field]?.label ?? field;
