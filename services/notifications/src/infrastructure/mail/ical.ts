import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { CalendarPart } from '../../domain/calendar-part';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * The invitation, or its cancellation. Times in UTC, which every calendar shows on its own clock; the entry is private in a
 * shared calendar.
 */
export function asIcal(part: CalendarPart, organizer: Mailbox, attendee: string): string {
  const cancelled = part.method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Passerelle', product: 'notifications', language: 'FR' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: part.uid,
    sequence: part.sequence,
    stamp: part.decidedAt,
    start: part.startsAt,
    end: part.endsAt,
    summary: part.summary,
    location: part.location,
    class: ICalEventClass.PRIVATE,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organizer.name, email: organizer.address },
    attendees: [
      // The link in the mail is the answer: nobody reads a calendar's reply at an automatic address.
      { email: attendee, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false },
    ],
  });
  // The last line has its end too (RFC 5545, 3.1), which the library leaves out.
  return `${calendar.toString()}\r\n`;
}
