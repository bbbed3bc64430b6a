import type { PartnerPlace } from './partner-view';

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** « lundi et jeudi de 9 h à 17 h ; samedi de 9 h à 12 h »; empty when nothing is known. */
export function openingHours({ openings }: Pick<PartnerPlace, 'openings'>): string {
  const spansOf = (weekday: number) =>
    openings
      .filter((one) => one.weekday === weekday)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, to }) => `de ${clock(from)} à ${clock(to)}`)
      .join(' et ');
  const daysOf = new Map<string, string[]>();
  days.forEach((day, index) => {
    const spans = spansOf(index + 1);
    if (spans) daysOf.set(spans, [...(daysOf.get(spans) ?? []), day]);
  });
  return [...daysOf].map(([spans, named]) => `${listed(named)} ${spans}`).join(' ; ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}

function clock(time: string): string {
  const [hours, minutes] = time.split(':');
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
}
