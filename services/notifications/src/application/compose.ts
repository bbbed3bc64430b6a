import { calendarPart, type CalendarPart } from '../domain/calendar-part';
import type { Contact } from '../domain/channel';
import type { Notified } from '../domain/delivery';
import { noticeOf } from '../domain/who-is-told';
import { writeToPartner } from '../domain/writing/to-partner';
import { writeToResident } from '../domain/writing/to-resident';
import type { Writing } from '../domain/writing/writing';
import type { Links, Voice } from './ports';

/** What somebody outside is told, in words. Without a link for a phone call or a letter: nobody types one. */
export async function compose(
  told: Pick<Notified, 'notice' | 'saidAs' | 'recipient' | 'fact'>,
  contact: Pick<Contact, 'name' | 'wishes'>,
  voice: Voice,
  links?: Links,
): Promise<Writing> {
  const { saidAs, fact, recipient } = told;
  const link = noticeOf(told.notice)?.link;
  const answerUrl = link && (await links?.to(link, fact));
  const letter = { name: contact.name, fact, ...voice, answerUrl };
  const writing =
    recipient.kind === 'partner'
      ? writeToPartner(saidAs, letter)
      : writeToResident(saidAs, { ...letter, neutral: contact.wishes.neutralSubject });
  if (!writing) throw new Error(`nobody wrote words for ${saidAs}`);
  return writing;
}

export function composeCalendar(
  told: Notified,
  contact: Contact,
  { words }: Voice,
): CalendarPart | undefined {
  const method = noticeOf(told.notice)?.calendar;
  return method && calendarPart(method, told, words, contact.wishes.neutralSubject);
}
