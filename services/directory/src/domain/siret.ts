/** La Poste's own offices are numbered otherwise: their digits add up to a multiple of five. */
const LA_POSTE = '356000000';

/**
 * Whether the text can be a SIRET: 14 digits, spaces allowed, the last one checked by Luhn's sum as INSEE does.
 * It says that it was typed right, not that the establishment exists.
 */
export function isSiret(text: string): boolean {
  const digits = plainSiret(text);
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false;
  if (luhnSum(digits) % 10 === 0) return true;
  return digits.startsWith(LA_POSTE) && sum(digits) % 5 === 0;
}

/** Without the spaces that people copy with it. */
export function plainSiret(text: string): string {
  return text.replace(/[\s\u00a0\u202f.]/g, '');
}

function luhnSum(digits: string): number {
  return [...digits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === digits.length % 2 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}

function sum(digits: string): number {
  return [...digits].reduce((total, digit) => total + Number(digit), 0);
}
