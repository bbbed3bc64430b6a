import type { Columns } from '../reading/columns';
import type { Field } from '../reading/column-names';
import { readEmail, readPhone } from '../reading/contacts';
import { readDay } from '../reading/days';
import { tidy } from '../reading/plain';
import type { RawRecord } from '../reading/records';
import { readName, splitFullName } from './names';
import type { BadRow, GoodRow, Why } from './row';
import { readUrgency } from './urgency';

export interface CheckOptions {
  readonly columns: Columns;
  /** How many columns the header has; 0 when there is no header. */
  readonly width: number;
  /** The day it is, in Paris: nobody came tomorrow. */
  readonly today: string;
}

/** What the service keeps of a resident's words; the rest goes to the note, nothing is lost. */
const LONGEST_WORDS = 2_000;
const LONGEST_NOTE = 20_000;
const OLDEST_BIRTH = '1900-01-01';
const OLDEST_CONTACT = '2000-01-01';

const reasons: Readonly<Record<'columns missing' | 'no name' | 'no need', string>> = {
  'columns missing': 'Il manque des colonnes à cette ligne : le besoin ou la date du contact n’y est pas.',
  'no name': 'Le nom ou le prénom manque : on ne sait pas de qui il s’agit.',
  'no need': 'Aucun besoin n’est exprimé.',
};

/** One row of the spreadsheet, usable or with the first reason why it is not. Reasons in the order of the columns' importance. */
export function checkRow(record: RawRecord, options: CheckOptions): GoodRow | BadRow {
  const { line } = record;
  const bad = (why: Why, reason: string): BadRow => ({ line, why, reason });
  const simple = (why: keyof typeof reasons) => bad(why, reasons[why]);
  const structural = unusableShape(record, options);
  if (structural) return bad(structural.why, structural.reason);

  const cell = (field: Field) => tidy(record.cells[options.columns[field] ?? -1] ?? '');
  const { lastName, firstName } = namesOf(cell, options.columns);
  if (!lastName || !firstName) return simple('no name');
  const words = cell('need');
  if (!/[\p{L}\p{N}]/u.test(words)) return simple('no need');

  const contact = contactDay(cell('contactDate'), options.today);
  if ('reason' in contact) return bad('contact date', contact.reason);
  const birth = birthDay(cell('birthDate'), contact.day);
  if (birth.day && birth.day > contact.day) {
    return bad(
      'born after the contact',
      `Date de naissance (${french(birth.day)}) après la date du contact (${french(contact.day)}).`,
    );
  }
  const urgency = readUrgency(cell('urgency'));
  const reach = reachOf(cell);
  const note = noteOf(words, cell('note'), cell('agent'));
  return {
    line,
    lastName: lastName.slice(0, 80),
    firstName: firstName.slice(0, 80),
    ...(birth.day && { birthDate: birth.day }),
    ...reach.values,
    words: words.slice(0, LONGEST_WORDS),
    urgency: urgency.urgency,
    contactedOn: contact.day,
    ...note.kept,
    remarks: [birth.remark, ...reach.remarks, urgency.remark, note.remark].filter(
      (remark) => remark !== undefined,
    ),
  };
}

/** How the person can be reached, without what cannot be read. */
function reachOf(cell: (field: Field) => string): {
  values: Pick<GoodRow, 'phone' | 'email' | 'address'>;
  remarks: (string | undefined)[];
} {
  const phone = kept(cell('phone'), readPhone, 'téléphone');
  const email = kept(cell('email'), readEmail, 'adresse mail');
  const address = cell('address').slice(0, 240);
  return {
    values: {
      ...(phone.value && { phone: phone.value }),
      ...(email.value && { email: email.value }),
      ...(address && { address }),
    },
    remarks: [phone.remark, email.remark],
  };
}

function unusableShape(
  record: RawRecord,
  { columns, width }: CheckOptions,
): { why: Why; reason: string } | undefined {
  if (record.broken === 'unclosed-quote') {
    return {
      why: 'unreadable',
      reason: 'Un guillemet est ouvert et jamais fermé : la ligne ne peut pas être découpée.',
    };
  }
  if (record.broken === 'too-long') {
    return { why: 'unreadable', reason: 'La ligne est beaucoup trop longue pour être une demande.' };
  }
  const last = Math.max(
    columns.need ?? 0,
    columns.contactDate ?? 0,
    columns.lastName ?? 0,
    columns.firstName ?? 0,
  );
  if (record.cells.length <= last) return { why: 'columns missing', reason: reasons['columns missing'] };
  if (width && record.cells.slice(width).some((extra) => extra.trim())) {
    return {
      why: 'unreadable',
      reason: 'Cette ligne a trop de colonnes : un séparateur se trouve dans un texte sans guillemets.',
    };
  }
  return undefined;
}

function namesOf(cell: (field: Field) => string, columns: Columns): { lastName: string; firstName: string } {
  if (columns.fullName !== undefined) return splitFullName(cell('fullName'));
  return { lastName: readName(cell('lastName')), firstName: readName(cell('firstName')) };
}

function contactDay(text: string, today: string): { day: string } | { reason: string } {
  if (!text) return { reason: 'La date du contact manque.' };
  const day = readDay(text, { latest: '2099-12-31' });
  if (!day) return { reason: `La date du contact « ${text.slice(0, 40)} » n’est pas une date.` };
  if (day > today) return { reason: `La date du contact (${french(day)}) n’est pas encore passée.` };
  if (day < OLDEST_CONTACT) return { reason: `La date du contact (${french(day)}) est trop ancienne.` };
  return { day };
}

function birthDay(text: string, contact: string): { day?: string; remark?: string } {
  if (!text) return {};
  const day = readDay(text, { latest: contact });
  if (day && day >= OLDEST_BIRTH) return { day };
  return { remark: `date de naissance « ${text.slice(0, 40)} » illisible : laissée de côté` };
}

function kept(
  text: string,
  read: (cell: string) => string | undefined,
  name: string,
): { value?: string; remark?: string } {
  if (!text) return {};
  const value = read(text);
  return value ? { value } : { remark: `${name} « ${text.slice(0, 60)} » illisible : laissé(e) de côté` };
}

/** What the API has no field for stays with the need, in the note that never leaves the CCAS. */
function noteOf(words: string, note: string, agent: string): { kept: { note?: string }; remark?: string } {
  const parts = [words.length > LONGEST_WORDS ? words : '', note, agent && `Noté par ${agent} (import).`];
  const text = parts.filter(Boolean).join('\n');
  if (!text) return { kept: {} };
  const kept = { note: text.slice(0, LONGEST_NOTE) };
  return text.length > LONGEST_NOTE
    ? { kept, remark: 'texte très long : la fin n’est pas importée' }
    : { kept };
}

function french(day: string): string {
  return day.split('-').reverse().join('/');
}
