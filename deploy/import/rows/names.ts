import { tidy } from '../reading/plain';

const CIVILITY = /^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|m(?= \S))\s*/i;
const NOBODY =
  /^(?:[\W\d_]*|x+|n[./ ]?[acr]\.?|inconnue?|anonyme|non (?:communique|renseigne|precise)e?s?|nc|nr|sans nom|\?+)$/i;

/** A name as it is kept: without civility, not shouted; empty when the cell names nobody. */
export function readName(cell: string): string {
  const name = tidy(cell)
    .replace(CIVILITY, '')
    .replace(/^[,;.\s]+|[,;.\s]+$/g, '');
  if (NOBODY.test(name.normalize('NFD').replace(/\p{M}/gu, ''))) return '';
  const letters = name.replace(/[^\p{L}]/gu, '');
  const flat = letters === letters.toUpperCase() || letters === letters.toLowerCase();
  return flat && letters.length > 1 ? capitalised(name) : name;
}

function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

/** `DUPONT Marie`, `Dupont, Marie`, `Marie DUPONT`, `Mme Dupont Marie`: capitals tell the last name, otherwise it comes first. */
export function splitFullName(cell: string): { lastName: string; firstName: string } {
  const name = tidy(cell).replace(CIVILITY, '');
  const comma = /^([^,]+),\s*(.+)$/.exec(name);
  if (comma) return { lastName: readName(comma[1]!), firstName: readName(comma[2]!) };
  const words = name.split(' ').filter(Boolean);
  const shouted = words.filter(isShouted);
  if (shouted.length && shouted.length < words.length) {
    const spoken = words.filter((word) => !isShouted(word));
    return { lastName: readName(shouted.join(' ')), firstName: readName(spoken.join(' ')) };
  }
  const particle = /^(?:de|du|des|la|le|el|ben|da|dos|van|von|di|d')$/i;
  let cut = 1;
  while (cut < words.length - 1 && particle.test(words[cut - 1]!)) cut++;
  return {
    lastName: readName(words.slice(0, cut).join(' ')),
    firstName: readName(words.slice(cut).join(' ')),
  };
}

function isShouted(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase();
}
