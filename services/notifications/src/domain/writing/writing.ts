/** What one person is told, before it is a mail, a letter or what an agent says on the phone. */
export interface Writing {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** "Quand", "Où"… */
  readonly details: readonly Detail[];
  /** The one thing to do, by a signed link. */
  readonly action?: Action;
  readonly after: readonly string[];
  readonly signature: readonly string[];
}
export interface Detail {
  readonly label: string;
  readonly value: string;
}
export interface Action {
  readonly label: string;
  readonly url: string;
}

/** The town that writes. */
export interface Town {
  readonly name: string;
  /** Where a resident without internet calls. */
  readonly phone?: string;
}

/** The shared vocabulary in French. An unknown word stays as it is: a new topic must not stop a mail. */
export interface Words {
  topic(slug: string): string;
  profession(slug: string): string;
}

export function howToReachUs(town: Town): string {
  return town.phone === undefined
    ? 'Passez au CCAS ou appelez la mairie.'
    : `Appelez le ${town.phone} ou passez au CCAS.`;
}
