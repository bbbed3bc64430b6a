import { frenchDateTime, frenchDay, frenchTime } from '@passerelle/calendar';
import type { Fact } from '../fact';
import type { Detail, Words } from './writing';

/** "jeudi 3 décembre, 14 h". An event without a date cannot be written about: the caller parks it. */
export function when(fact: Fact): string {
  return frenchDateTime(instant(fact.startsAt));
}

/** "jeudi 3 décembre à 14 h", inside a sentence. */
export function whenInSentence(fact: Fact): string {
  const starts = instant(fact.startsAt);
  return `${frenchDay(starts)} à ${frenchTime(starts)}`;
}

/** "jeudi 3 décembre, de 14 h à 14 h 30". */
export function whenInFull(fact: Fact): string {
  const starts = instant(fact.startsAt);
  return `${frenchDay(starts)}, de ${frenchTime(starts)} à ${frenchTime(instant(fact.endsAt))}`;
}

/** To somebody in danger, neither the topic, nor who they will see, nor a place whose name says it. */
export function appointmentDetails(fact: Fact, words: Words, neutral: boolean): Detail[] {
  const where = { label: 'Où', value: neutral ? (fact.placeAddress ?? '') : place(fact) };
  const common = [{ label: 'Quand', value: whenInFull(fact) }, where];
  if (neutral) return common;
  return [
    ...common,
    { label: 'Avec', value: words.profession(fact.profession ?? '') },
    { label: 'Sujet', value: words.topic(fact.topic ?? '') },
  ];
}

export function place({ placeName, placeAddress }: Fact): string {
  return [placeName, placeAddress].filter((part) => part !== undefined && part !== '').join(', ');
}

function instant(text: string | undefined): Date {
  const date = new Date(text ?? '');
  if (Number.isNaN(date.getTime())) throw new Error('a notice about an appointment needs its dates');
  return date;
}
