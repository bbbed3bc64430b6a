import iconv from 'iconv-lite';
import { CannotImport } from '../cannot-import';
import { decode, encodings } from './encoding';

const text =
  'Nom;Prénom;Besoin exprimé\r\nLévêque;Noël;dépôt de garantie, cœur, 120 €\r\nŒuvrard;Élise;à côté\r\n';

describe('guessing an encoding', () => {
  it.each(encodings)('reads %s', (encoding) => {
    // The old tables of DOS and of the Macintosh have no euro, and DOS's no œ.
    const old = encoding === 'macintosh' || encoding === 'cp850' ? text.replace(', 120 €', '') : text;
    const written = encoding === 'cp850' ? old.replace('œ', 'oe').replace('Œ', 'Oe') : old;
    const read = decode(iconv.encode(written, encoding));
    expect(read.text).toBe(written);
    expect(read.remark).toBeUndefined();
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('reads %s with a mark and drops it', (encoding) => {
    expect(decode(iconv.encode(text, encoding, { addBOM: true }))).toEqual({ text, encoding });
  });

  it('obeys when it is told', () => {
    expect(decode(Buffer.from('é'), 'windows-1252').text).toBe('Ã©');
  });

  it('keeps a file of which a few characters are spoilt, and says how many', () => {
    const spoilt = Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x0a])]);
    const read = decode(spoilt);
    expect(read.encoding).toBe('utf-8');
    expect(read.text).toContain('Lévêque');
    expect(read.remark).toContain('1 caractère');
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'vide'],
    ['a workbook', Buffer.from('504b0304140006000800', 'hex'), 'classeur Excel'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ancien classeur'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['noise', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919) % 251)), 'pas du texte'],
    ['zeros', Buffer.alloc(4_000), 'pas du texte'],
  ])('refuses %s in one sentence', (_name, bytes, words) => {
    expect(() => decode(bytes)).toThrow(CannotImport);
    expect(() => decode(bytes)).toThrow(words);
  });
});
