import { isLocalDate, isTimeOfDay, type LocalDate } from '@passerelle/calendar';
import { professions, topicsOf, type Topic } from '@passerelle/contracts';
import { z } from 'zod';

/** One thing whatever the case that its id is written in. */
export const id = z.uuid().toLowerCase();
const version = z.int().min(1);
const day = z
  .string()
  .refine((text): text is LocalDate => isLocalDate(text), {
    error: 'Écrivez la date sous la forme AAAA-MM-JJ.',
    abort: true,
  })
  // Further than that it is a slip of the keyboard, and two years later would leave the calendar.
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', 'Vérifiez l’année.')
  .transform((text) => text as LocalDate);
const time = z.string().refine(isTimeOfDay, 'Écrivez l’heure sous la forme HH:MM, par exemple 14:30.');
const topic = z.enum(topicsOf('legal-access') as [Topic, ...Topic[]]);
const limit = z.coerce.number().int().min(1).max(500).default(100);
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const placeForm = {
  name: z.string().trim().min(2).max(120),
  address: z.string().trim().min(5).max(240),
  rooms: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  openings: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), from: time, to: time }))
    .min(1)
    .max(28),
};
export const openPlaceBody = z.strictObject({ id, ...placeForm }).meta({ id: 'OpenPlace' });
export const changePlaceBody = z.strictObject({ version, ...placeForm }).meta({ id: 'ChangePlace' });

export const schedulePermanenceBody = z
  .strictObject({
    id,
    profession: z.enum(Object.keys(professions) as [keyof typeof professions]),
    placeId: id,
    room: z.string().trim().min(1).max(60).optional(),
    /** Days only, such as `FREQ=WEEKLY;BYDAY=TU`. */
    rrule: z.string().trim().min(1).max(500),
    startTime: time,
    durationMinutes: z.int().min(15).max(720),
    slotMinutes: z.int().min(5).max(240),
    topics: z.array(topic).min(1).max(20),
    skipPublicHolidays: z.boolean().default(true),
    /** The school zone whose holidays are skipped; left out, none are. */
    skipSchoolHolidays: z.enum(['A', 'B', 'C']).optional(),
    from: day,
    to: day.optional(),
  })
  .meta({ id: 'SchedulePermanence' });
export const endPermanenceBody = z
  .strictObject({ lastDay: day, version: version.optional() })
  .meta({ id: 'EndPermanence' });

export const cancelAppointmentBody = z
  .strictObject({ wantsAnother: z.boolean().default(false), version: version.optional() })
  .meta({ id: 'CancelAppointment' });
export const chooseSlotBody = z
  .strictObject({ sessionId: id, startsAt: instant, version: version.optional() })
  .meta({ id: 'ChooseSlot' });
export const attendanceBody = z
  .strictObject({ attendance: z.enum(['attended', 'absent']), version: version.optional() })
  .meta({ id: 'RecordAttendance' });
export const versionBody = z.strictObject({ version: version.optional() }).meta({ id: 'VersionRead' });
export const walkInBody = z.strictObject({ id, personId: id, topic }).meta({ id: 'WalkIn' });

export const policyBody = z
  .strictObject({
    from: day.optional(),
    values: z.strictObject({
      horizonDays: z.int().min(1).max(60).optional(),
      noticeHours: z.int().min(0).max(240).optional(),
      threshold: z.int().min(1).max(100).optional(),
      longestWaitDays: z.int().min(1).max(365).optional(),
      longestUrgentWaitDays: z.int().min(1).max(365).optional(),
      needsGoAhead: z.boolean().optional(),
      answerDays: z.int().min(1).max(60).optional(),
      reminderDays: z.int().min(1).max(60).optional(),
      retryDays: z.int().min(1).max(60).optional(),
      restDays: z.int().min(1).max(365).optional(),
    }),
  })
  .meta({ id: 'SetPolicy' });

const ownPlace = {
  placeName: z.string().trim().min(2).max(120),
  address: z.string().trim().min(5).max(240),
};
const accept = {
  answer: z.literal('accept'),
  date: day,
  time,
  durationMinutes: z.int().min(15).max(720),
  slotMinutes: z.int().min(5).max(240).default(30),
};
export const partnerAnswerBody = z
  .union([
    z.strictObject({ ...accept, placeId: id }),
    z.strictObject({ ...accept, ...ownPlace }),
    z.strictObject({ answer: z.literal('decline'), reason: z.string().trim().min(3).max(500) }),
  ])
  .meta({ id: 'PartnerAnswer' });
export const residentAnswerBody = z
  .union([
    z.strictObject({ answer: z.literal('confirm') }),
    z.strictObject({ answer: z.literal('cancel'), wantsAnother: z.boolean().default(false) }),
  ])
  .meta({ id: 'ResidentAnswer' });

/** Signed links are long; anything longer is not one. */
export const token = z.string().min(10).max(2_000);

export const topicParam = topic;
export const listRequestsQuery = z
  .strictObject({
    status: z.enum(['waiting', 'placed', 'returned', 'closed']).optional(),
    topic: topic.optional(),
    personId: id.optional(),
    /** Appointments that are past and whose attendance nobody noted. */
    attendanceDue: z.stringbool().optional(),
    limit,
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .meta({ id: 'ListRequests' });
export const listSessionsQuery = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    placeId: id.optional(),
    topic: topic.optional(),
    limit,
  })
  .meta({ id: 'ListSessions' });
export const listSlotsQuery = z
  .strictObject({ topic, from: day.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
  .meta({ id: 'ListSlots' });
export const listPermanenceRequestsQuery = z
  .strictObject({
    status: z.enum(['held', 'asked', 'accepted', 'closed']).optional(),
    topic: topic.optional(),
    limit,
  })
  .meta({ id: 'ListPermanenceRequests' });
