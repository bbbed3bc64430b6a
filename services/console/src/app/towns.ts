/** Names of the territories that this house knows; another one is shown by its code. */
const names: Readonly<Record<string, string>> = {
  '91645': 'Verrières-le-Buisson',
  '91477': 'Palaiseau',
};

export const townName = (code: string): string => names[code] ?? code;
