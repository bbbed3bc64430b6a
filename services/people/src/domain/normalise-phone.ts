/** 06…, +33 6…, 0033 6…, 33 6…, +33 (0)6… and a 6… that lost its zero in a spreadsheet. */
const french = /^(?:\+33|0033|33(?=[1-9]\d{8}$))?0?([1-9]\d{8})$/;
/** Other countries, and overseas territories that have a code of their own (+262, +590…). */
const foreign = /^(?:\+|00)([1-9]\d{6,14})$/;

/** As `+33612345678`; undefined when it cannot be dialled (« voir avec sa mère »). */
export function normalisePhone(typed: string): string | undefined {
  const digits = typed.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const home = french.exec(digits);
  if (home) return `+33${home[1]}`;
  const away = foreign.exec(digits);
  if (away && !away[1]?.startsWith('33')) return `+${away[1]}`;
  return undefined;
}
