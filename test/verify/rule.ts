import type { Town } from './town';

export interface Breach {
  readonly rule: string;
  /** Of the need, the session, the mail… at fault. */
  readonly id: string;
  readonly detail: string;
}

export interface Rule {
  readonly name: string;
  /** What it promises, in one line of the table. */
  readonly promise: string;
  readonly check: (town: Town, found: Found) => void;
}

/** What one rule looked at and what it found wrong. */
export class Found {
  checked = 0;
  readonly breaches: Breach[] = [];

  constructor(private readonly rule: string) {}

  /** One thing looked at; each reason given is a breach. */
  look(id: string, ...reasons: (string | false | undefined)[]): void {
    this.checked += 1;
    for (const detail of reasons) if (detail) this.breaches.push({ rule: this.rule, id, detail });
  }
}
