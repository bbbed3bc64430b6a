/** A page that agents go to by name. */
export interface Entry {
  readonly to: string;
  readonly label: string;
  /** On a phone, where a word has room. */
  readonly short?: string;
  /** What stands before it in the rail: a service, or nothing. */
  readonly section: 'CCAS' | 'Accès au droit' | 'Moi' | 'Administration';
  /** Shown to who has this right. */
  readonly needs?: readonly [act: string, subject: string];
  /** A few words that lead to it in the palette. */
  readonly alsoKnownAs?: string;
  /** In the bar of a phone, which has room for three. */
  readonly onPhone?: boolean;
  /** The address must be this one, not only begin so. */
  readonly exact?: boolean;
  /** Only found by the palette. */
  readonly hidden?: boolean;
}

/** The colour of a section, beside its name. */
export const sectionDots: Readonly<Record<Entry['section'], string>> = {
  CCAS: 'bg-ccas',
  'Accès au droit': 'bg-law',
  Moi: 'bg-plan',
  Administration: 'bg-plan',
};

export function shownTo(may: (act: string, subject: string) => boolean, entries: readonly Entry[]): Entry[] {
  return entries.filter(({ needs }) => needs === undefined || may(...needs));
}
