import fc from 'fast-check';
import { LONGEST_ROW, records } from './records';

const read = (text: string, separator = ';') => [...records(text, separator)];

describe('the rows of a file', () => {
  it('keeps separators, quotes and line breaks inside quotes, and numbers lines as an editor does', () => {
    expect(read('a;b\r\n"x;y";"dit ""oui"""\r\n"deux\nlignes";z\r\nfin;\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x;y', 'dit "oui"'] },
      { line: 3, cells: ['deux\nlignes', 'z'] },
      { line: 5, cells: ['fin', ''] },
    ]);
  });

  it('skips empty rows without losing count, with any line ending', () => {
    expect(read('a;b\n\n;;\nc;d')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['c', 'd'] },
    ]);
    expect(read('a;b\rc;d').map(({ line }) => line)).toEqual([1, 2]);
  });

  it('lets a forgotten quote spoil its own line only', () => {
    expect(read('a;b\n"Perez;Jeanne\nAlbert;"Valérie"\nPons;Marthe\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['"Perez', 'Jeanne'], broken: 'unclosed-quote' },
      { line: 3, cells: ['Albert', 'Valérie'] },
      { line: 4, cells: ['Pons', 'Marthe'] },
    ]);
    expect(read('a;"b')).toEqual([{ line: 1, cells: ['a', '"b'], broken: 'unclosed-quote' }]);
  });

  it('does not swallow a hundred rows for a quote that ends a cell far below', () => {
    const rows = read(`"Perez;Jeanne\n${'Pons;Marthe\n'.repeat(100)}Colin;oui"\nJoseph;x\n`);
    expect(rows).toHaveLength(103);
    expect(rows.filter(({ broken }) => broken).map(({ line }) => line)).toEqual([1]);
  });

  it('gives up on a line that no person wrote, quickly', () => {
    const rows = read(`a;b\n${'x'.repeat(10_000_000)};y\nc;"${'z'.repeat(LONGEST_ROW)}"\nd;e`);
    expect(rows.map(({ line, broken }) => [line, broken])).toEqual([
      [1, undefined],
      [2, 'too-long'],
      [3, 'too-long'],
      [4, undefined],
    ]);
  });

  it('reads back whatever was written with quotes where they are needed', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', ' ', '"', ';', '\n', ',') })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const written = rows
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
            .join('\n');
          expect(read(written).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
});
