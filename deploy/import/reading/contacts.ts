import { tidy } from './plain';

/** Digits only, the French way (`0633667777`) when it is a French number, `+…` otherwise; undefined when it is no number. */
export function readPhone(cell: string): string | undefined {
  const text = tidy(cell)
    .replace(/^(?:t[ée]l\.?|port\.?)\s*:?\s*/i, '')
    .replace(/\(0\)/, '');
  if (!/^\+?[\d\s.\-/()]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return readAbroad(digits);
  if (digits.startsWith('00')) return readAbroad(digits.slice(2));
  if (/^33[1-9]\d{8}$/.test(digits)) return readAbroad(digits);
  // A spreadsheet that took the number for a quantity ate its first zero.
  return /^0?[1-9]\d{8}$/.test(digits) ? `0${digits.slice(-9)}` : undefined;
}

function readAbroad(digits: string): string | undefined {
  const french = /^330?([1-9]\d{8})$/.exec(digits);
  if (french) return `0${french[1]}`;
  return /^[1-9]\d{7,14}$/.test(digits) && !digits.startsWith('33') ? `+${digits}` : undefined;
}

export function looksLikePhone(cell: string): boolean {
  return readPhone(cell) !== undefined;
}

/** Lower case; undefined when it cannot be an address. */
export function readEmail(cell: string): string | undefined {
  const text = tidy(cell)
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return text.length <= 254 && /^[^\s@"<>(),;:]+@[^\s@"<>(),;:]+\.[a-z]{2,24}$/.test(text) ? text : undefined;
}
