import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { avoidedUses, wordsOf } from './avoided-words';
import { readGlossary } from './glossary';

const glossary = readGlossary(readFileSync(join(__dirname, '../../../docs/glossary.md'), 'utf8'));

describe('the glossary', () => {
  it('is read whole, one meaning per code name', () => {
    expect(glossary.length).toBeGreaterThan(50);
    expect(glossary.every((it) => it.codeNames.length > 0)).toBe(true);
    const names = glossary.flatMap((it) => it.codeNames);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('never sets aside a word that it uses', () => {
    const names = new Set(glossary.flatMap((it) => it.codeNames));
    expect(glossary.flatMap((it) => it.avoid).filter((word) => names.has(word))).toEqual([]);
  });
});

describe('words in code', () => {
  it.each([
    ['rendezVous', ['rendez', 'vous']],
    ['MJDRequest', ['mjd', 'request']],
    ['DEAD_LETTER', ['dead', 'letter']],
    ['week-agenda.view', ['week', 'agenda', 'view']],
  ])('splits %s', (name, words) => expect(wordsOf(name)).toEqual(words));

  it('refuses a name made with a word set aside, wherever it is declared', () => {
    const text = [
      'export function cancelRdv(deadLetter: string) { return deadLetter; }',
      'export interface Parked { beneficiaryId: string }',
      'class MjdRequest {}',
    ].join('\n');
    expect(avoidedUses('services/x/src/a.ts', text, glossary).map((it) => [it.line, it.identifier])).toEqual([
      [1, 'cancelRdv'],
      [1, 'deadLetter'],
      [2, 'beneficiaryId'],
      [3, 'MjdRequest'],
    ]);
    expect(avoidedUses('services/x/src/rdv.store.ts', '', glossary)).toHaveLength(1);
  });

  it('lets French sentences, comments and the names of libraries be', () => {
    const text = "// rdv\nimport { user } from 'x';\nexport const sentence = `Votre rdv ${user.foyer}`;\n";
    expect(avoidedUses('services/x/src/a.ts', text, glossary)).toEqual([]);
  });
});
