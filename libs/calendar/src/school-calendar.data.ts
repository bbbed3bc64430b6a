import type { SchoolCalendarFile } from './school-calendar.schema';

const ALL = ['A', 'B', 'C'] as const;

/**
 * School holidays of the metropolitan zones, as the Ministry of Education announces them: `from` is the day
 * written "fin des cours" (children leave after class, so it counts as holiday), `until` the day written
 * "reprise des cours", which is a school day again.
 *
 * 2025-2026: arrêté du 7 décembre 2022, read in several secondary sources that agree.
 * 2026-2027 and everything marked `toVerify` (« à vérifier »): secondary sources only. A town puts the
 * official file of data.education.gouv.fr in SCHOOL_CALENDAR_FILE, in this same shape, to replace the whole.
 */
export const shippedSchoolCalendar: SchoolCalendarFile = {
  source: 'education.gouv.fr, calendrier scolaire 2025-2026 et 2026-2027 (relevé, à vérifier)',
  knownFrom: '2025-09-01',
  knownUntil: '2027-09-01',
  holidays: [
    { name: 'Toussaint', zones: [...ALL], from: '2025-10-18', until: '2025-11-03' },
    { name: 'Noël', zones: [...ALL], from: '2025-12-20', until: '2026-01-05' },
    { name: 'Hiver', zones: ['A'], from: '2026-02-07', until: '2026-02-23' },
    { name: 'Hiver', zones: ['B'], from: '2026-02-14', until: '2026-03-02' },
    { name: 'Hiver', zones: ['C'], from: '2026-02-21', until: '2026-03-09' },
    { name: 'Printemps', zones: ['A'], from: '2026-04-04', until: '2026-04-20' },
    { name: 'Printemps', zones: ['B'], from: '2026-04-11', until: '2026-04-27' },
    { name: 'Printemps', zones: ['C'], from: '2026-04-18', until: '2026-05-04', toVerify: true },
    {
      name: "Pont de l'Ascension",
      zones: [...ALL],
      from: '2026-05-15',
      until: '2026-05-18',
    },
    { name: 'Été', zones: [...ALL], from: '2026-07-04', until: '2026-09-01' },
    { name: 'Toussaint', zones: [...ALL], from: '2026-10-17', until: '2026-11-02', toVerify: true },
    { name: 'Noël', zones: [...ALL], from: '2026-12-19', until: '2027-01-04', toVerify: true },
    { name: 'Hiver', zones: ['A'], from: '2027-02-13', until: '2027-03-01', toVerify: true },
    { name: 'Hiver', zones: ['B'], from: '2027-02-20', until: '2027-03-08', toVerify: true },
    { name: 'Hiver', zones: ['C'], from: '2027-02-06', until: '2027-02-22', toVerify: true },
    { name: 'Printemps', zones: ['A'], from: '2027-04-10', until: '2027-04-26', toVerify: true },
    { name: 'Printemps', zones: ['B'], from: '2027-04-17', until: '2027-05-03', toVerify: true },
    { name: 'Printemps', zones: ['C'], from: '2027-04-03', until: '2027-04-19', toVerify: true },
    { name: "Pont de l'Ascension", zones: [...ALL], from: '2027-05-07', until: '2027-05-10', toVerify: true },
    // The first day of 2027-2028 is not published: 1 September is the usual one.
    { name: 'Été', zones: [...ALL], from: '2027-07-03', until: '2027-09-01', toVerify: true },
  ],
};
