/** As one dials it in France: +33639981234 → 06 39 98 12 34. Words stay words. */
export function spokenPhone(phone: string): string {
  const french = /^\+33([1-9]\d{8})$/.exec(phone.replaceAll(' ', ''))?.[1];
  return french === undefined ? phone : `0${french}`.replace(/(\d{2})(?=\d)/g, '$1 ');
}
