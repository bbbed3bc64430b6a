import { tidy } from './plain';

/** Digits only, the French way (`0633667777`) when it is a French number, `+…` otherwise; undefined when it is no number. */
export function readPhone(cell: string): string | undefined {
  const text = tidy(cell)
    .replace(/^(?:t[ée]l\.?|port\.?)\s*:?\s*/i, '')
    .replace(/\(0\)/, '');
  if (!/^\+?[\d\s.\-/()]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  const abroad = text.startsWith('+') || digits.startsWith('00');
  const national = abroad ? digits.replace(/^00/, '') : digits;
  const french = /^33(0?)([1-9]\d{8})$/.exec(national);
  if (french && (abroad || digits.length > 10)) return `0${french[2]}`;
  if (/^0[1-9]\d{8}$/.test(digits)) return digits;
  // A spreadsheet that took the number for a quantity ate its first zero.
  if (!abroad && /^[1-9]\d{8}$/.test(digits)) return `0${digits}`;
  return abroad && /^[1-9]\d{7,14}$/.test(national) ? `+${national}` : undefined;
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
