import iconv from 'iconv-lite';
import { CannotImport } from '../cannot-import';

/** The names that `--encoding` takes. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'cp850',
] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Said to the person when some characters could not be read. */
  readonly remark?: string;
}

/** What French spreadsheets contain beyond ASCII. */
const EXPECTED = /[àâäçéèêëîïôöùûüÿñœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ€’‘“”«»°…–\u00a0\u202f]/gu;
/** What appears when a text is read with the wrong table. */
const SUSPECT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f¤¦¨´¸¼½¾ŠšŽž√∂©®¬∆ƒ‡†ÌÍÓÒÚÞðþßØ┬╗├▒│]/gu;

/** In this order when nothing tells them apart: most spreadsheets of French towns are in the first. */
const singleByte: readonly Encoding[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'];

/** Reads bytes whose encoding nobody wrote down, or in the one that was asked for. */
export function decode(bytes: Buffer, asked?: Encoding): Decoded {
  refuseBinary(bytes);
  const encoding = asked ?? guess(bytes);
  const text = iconv.decode(bytes, encoding).replace(/^\ufeff/, '');
  const lost = encoding === 'utf-8' ? (text.match(/\ufffd/g)?.length ?? 0) : 0;
  return lost
    ? { text, encoding, remark: `${lost} caractère(s) illisible(s) ont été remplacés par « \ufffd ».` }
    : { text, encoding };
}

export function isEncoding(name: string): name is Encoding {
  return (encodings as readonly string[]).includes(name);
}

function guess(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  const { valid, broken } = utf8Sequences(bytes);
  // A few broken characters in a long UTF-8 file come from a careless paste, not from another encoding.
  if (!broken || valid > broken * 5) return 'utf-8';
  return bestSingleByte(bytes);
}

/** UTF-16 text that is mostly Latin has a NUL in every second byte. */
function wideWithoutMark(bytes: Buffer): Encoding | undefined {
  const sample = bytes.subarray(0, 4_000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2) odd++;
    else even++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}

function utf8Sequences(bytes: Buffer): { valid: number; broken: number } {
  let valid = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    const more = continuationsAfter(bytes[at]!);
    const rest = bytes.subarray(at + 1, at + 1 + more);
    if (more && rest.length === more && rest.every((byte) => byte >> 6 === 0b10)) {
      valid++;
      at += more;
    } else broken++;
  }
  return { valid, broken };
}

/** How many bytes follow the first one of a character; 0 when no character begins so. */
function continuationsAfter(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first >= 0xf0) return 3;
  return first >= 0xe0 ? 2 : 1;
}

function bestSingleByte(bytes: Buffer): Encoding {
  const sample = bytes.subarray(0, 400_000);
  const scores = singleByte.map((encoding) => [encoding, score(iconv.decode(sample, encoding))] as const);
  return scores.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function score(text: string): number {
  return (text.match(EXPECTED)?.length ?? 0) - 3 * (text.match(SUSPECT)?.length ?? 0);
}

const signatures: readonly (readonly [string, string])[] = [
  ['504b0304', 'un classeur Excel (.xlsx) ou LibreOffice (.ods)'],
  ['d0cf11e0', 'un ancien classeur Excel (.xls)'],
  ['25504446', 'un document PDF'],
  ['89504e47', 'une image'],
  ['ffd8ff', 'une image'],
  ['1f8b', 'une archive'],
];

function refuseBinary(bytes: Buffer): void {
  if (!bytes.length) throw new CannotImport('Le fichier est vide : il n’y a rien à importer.');
  const start = bytes.subarray(0, 4).toString('hex');
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known) {
    throw new CannotImport(
      `Ce fichier est ${known[1]}, pas un fichier CSV. Dans le tableur, choisissez « Enregistrer sous », puis le format CSV.`,
    );
  }
  const sample = bytes.subarray(0, 64_000);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  const wide = (bytes[0]! >= 0xfe && bytes[1]! >= 0xfe) || wideWithoutMark(bytes);
  if (!wide && controls > sample.length * 0.02) {
    throw new CannotImport(
      'Ce fichier ne contient pas du texte. Dans le tableur, choisissez « Enregistrer sous », puis le format CSV.',
    );
  }
}
