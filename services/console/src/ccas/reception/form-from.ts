import { emptyForm, type PersonForm } from './draft';

/** « nadia benhamou » → Nadia, Benhamou; digits are a phone or a date, not a name. */
export function formFrom(typed: string): PersonForm {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !/\d/.test(word));
  const [firstName = '', ...rest] = words.map(capitalised);
  const phone = /^[\d\s.+]{6,}$/.test(typed.trim()) ? typed.trim() : '';
  return { ...emptyForm, firstName, lastName: rest.join(' '), phone };
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
