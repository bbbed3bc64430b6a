/** What a service holds about one person, in words that this person understands (RGPD, article 15). */
export interface HeldPart {
  readonly title: string;
  /** Why the service keeps it, when its title does not say so. */
  readonly because?: string;
  readonly items: readonly HeldItem[];
}

export interface HeldItem {
  readonly id: string;
  readonly title: string;
  readonly at?: Date;
  readonly facts: readonly HeldFact[];
}

/** A value under its name, or a line of a history under its time. */
export interface HeldFact {
  readonly label?: string;
  readonly at?: Date;
  readonly value: string;
}

/** Every id that the person has had; of one territory. Names of agents are not the resident's data: they stay out. */
export type FindHeld = (territory: string, personIds: readonly string[]) => Promise<readonly HeldPart[]>;

/** What is not known is left out rather than shown empty. */
export function facts(of: Readonly<Record<string, string | undefined>>): HeldFact[] {
  return Object.entries(of).flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value }],
  );
}
