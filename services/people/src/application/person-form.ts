import { refuse, type Refusal } from '@passerelle/domain-kit';
import { readBirthDate } from '../domain/birth-date';
import { noWishes, type ContactPoint } from '../domain/contact-points';
import { identityOf, type Identity } from '../domain/identity';
import { normaliseMail } from '../domain/normalise-mail';
import { nameWords } from '../domain/normalise-name';
import { normalisePhone } from '../domain/normalise-phone';
import type { PersonDetails } from './ports';

/** What an agent or the import types. */
export interface PersonForm {
  readonly firstName: string;
  readonly lastName: string;
  /** Any usual French form. */
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly district?: string;
}

export type ReadForm = Omit<PersonDetails, 'trackingCode'>;

/** The form as it will be kept, or why it cannot be. A phone or mail that cannot be used is kept as words. */
export function readForm(form: PersonForm, today: string): ReadForm | Refusal {
  const birthDate = readDate(form.birthDate, today);
  if (typeof birthDate === 'object') return birthDate;
  const unnamed = unnamedField(form);
  if (unnamed) return unnamed;
  return {
    firstName: tidy(form.firstName),
    lastName: tidy(form.lastName),
    birthDate,
    phones: contactPoints([form.phone ?? ''], normalisePhone),
    mails: contactPoints([form.email ?? ''], normaliseMail),
    address: given(form.address),
    district: given(form.district),
    safeContact: noWishes,
  };
}

export function unnamedField(form: Pick<PersonForm, 'firstName' | 'lastName'>): Refusal | undefined {
  for (const field of ['lastName', 'firstName'] as const) {
    if (nameWords(form[field]).length === 0) {
      return refuse('NameMissing', 'Indiquez un nom et un prénom, avec des lettres.', field);
    }
  }
  return undefined;
}

/** Empty is unknown; what cannot be read is refused rather than guessed. */
export function readDate(typed: string | undefined, today: string): string | undefined | Refusal {
  if (typed === undefined || typed.trim() === '') return undefined;
  const birthDate = readBirthDate(typed, today);
  if (birthDate === undefined) {
    return refuse(
      'BirthDateUnreadable',
      'Cette date de naissance n’existe pas. Écrivez-la comme 18/02/1950.',
      'birthDate',
    );
  }
  if (birthDate > today) {
    return refuse(
      'BornInTheFuture',
      'Cette date de naissance est dans le futur. Vérifiez l’année.',
      'birthDate',
    );
  }
  return birthDate;
}

/** The first is preferred unless one is said to be. */
export function contactPoints(
  typed: readonly (string | { readonly value: string; readonly preferred?: boolean })[],
  normalise: (value: string) => string | undefined,
): ContactPoint[] {
  const entries = typed
    .map((one) => (typeof one === 'string' ? { value: one } : one))
    .map((one) => ({ ...one, value: tidy(one.value) }))
    .filter((one) => one.value !== '');
  const chosen = entries.findIndex((one) => 'preferred' in one && one.preferred === true);
  return entries.map(({ value }, index) => ({
    value,
    normal: normalise(value),
    preferred: index === Math.max(chosen, 0),
  }));
}

export function identityFrom(details: Omit<PersonDetails, 'trackingCode' | 'safeContact'>): Identity {
  return identityOf({
    firstName: details.firstName,
    lastName: details.lastName,
    birthDate: details.birthDate,
    phones: details.phones.map((point) => point.value),
    mails: details.mails.map((point) => point.value),
    address: details.address,
  });
}

export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : tidy(text);
}
