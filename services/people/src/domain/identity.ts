import { normaliseAddress } from './normalise-address';
import { normaliseMail } from './normalise-mail';
import { joinedName, normaliseName } from './normalise-name';
import { normalisePhone } from './normalise-phone';

/** What is known of somebody, as typed. The birth date is already read: `1950-02-18`. */
export interface IdentityAsTyped {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly phones: readonly string[];
  readonly mails: readonly string[];
  readonly address?: string;
}

/** The same, ready to be compared. Personal: it lives in erasable side documents only. */
export interface Identity {
  readonly first: string;
  readonly last: string;
  readonly birthDate?: string;
  readonly phones: readonly string[];
  readonly mails: readonly string[];
  readonly address?: string;
}

export function identityOf(typed: IdentityAsTyped): Identity {
  const address = typed.address === undefined ? '' : normaliseAddress(typed.address);
  return {
    first: normaliseName(typed.firstName),
    last: normaliseName(typed.lastName),
    ...(typed.birthDate === undefined ? {} : { birthDate: typed.birthDate }),
    phones: usable(typed.phones, normalisePhone),
    mails: usable(typed.mails, normaliseMail),
    ...(address === '' ? {} : { address }),
  };
}

function usable(typed: readonly string[], normalise: (value: string) => string | undefined): string[] {
  return [...new Set(typed.flatMap((value) => normalise(value) ?? []))];
}

/** The same for one person whatever the order, the case or the accents of the two names. */
export function nameKey(firstName: string, lastName: string): string {
  return [joinedName(firstName), joinedName(lastName)].sort().join('|');
}
