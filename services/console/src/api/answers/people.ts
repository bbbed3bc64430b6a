export interface FoundPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly district?: string;
  readonly trackingCode: string;
}

export interface FoundPersons {
  readonly items: readonly FoundPerson[];
  readonly total: number;
  readonly more: boolean;
}

export interface NamedPerson {
  readonly id: string;
  readonly keptId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly trackingCode: string;
}

export interface Candidate {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly trackingCode: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Match {
  readonly verdict: 'same' | 'doubtful' | 'new';
  readonly personId?: string;
  readonly candidates: readonly Candidate[];
}

interface ContactPoint {
  readonly value: string;
  readonly normal?: string;
  readonly preferred: boolean;
}

export type ConsentPurpose = 'share-with-partners' | 'special-needs' | 'notes-sharing';
export type ConsentAnswer = 'given' | 'refused' | 'unknown';

export interface PersonFile {
  readonly id: string;
  readonly version: number;
  readonly status: 'registered' | 'merged';
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phones: readonly ContactPoint[];
  readonly mails: readonly ContactPoint[];
  readonly address?: string;
  readonly district?: string;
  readonly safeContact: {
    readonly doNotWrite: boolean;
    readonly doNotLeaveMessage: boolean;
    readonly neutralSubject: boolean;
  };
  readonly trackingCode: string;
  readonly ageBand: string;
  readonly consents: Readonly<
    Record<ConsentPurpose, { readonly answer: ConsentAnswer; readonly at: string }>
  >;
}

export interface PersonPage extends PersonFile {
  /** Another id when this file was merged. */
  readonly keptId: string;
  readonly duplicates: readonly {
    readonly id: string;
    readonly version?: number;
    readonly firstName: string;
    readonly lastName: string;
  }[];
  readonly reach: { readonly mail?: string; readonly phone?: string };
}

/** All that the town holds about a person, for programs, and the page that the person reads. */
export interface MadeCopy {
  readonly copy: {
    readonly id: string;
    readonly madeAt: string;
    readonly complete: boolean;
    /** Services that did not answer, as people call them. */
    readonly missing: readonly string[];
  };
  readonly page: string;
}

export interface PersonTimelineLine {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: string | null;
  /** When the directory knows how they are called. */
  readonly actorName?: string;
  readonly at: string;
}
