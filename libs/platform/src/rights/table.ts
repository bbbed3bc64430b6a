/** Who works with Passerelle; the sign-in server says which roles an account has. */
export const roles = [
  'ccas-worker',
  'ccas-officer',
  'legal-access-officer',
  'reception-agent',
  'supervisor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

type Row = readonly [action: string, subject: string, roles: readonly Role[]];

/**
 * Who may do what, in the territories of their token only. The whole of it: a route names a row by `@Allow(action, subject)`.
 * Add a service's rows to its own block.
 */
export const rights = [
  // every service
  ['list', 'parked-event', ['administrator']],
  ['replay', 'parked-event', ['administrator']],
  ['discard', 'parked-event', ['administrator']],
  // Who read which file.
  ['list', 'access-log', ['supervisor']],

  // people
  [
    'find',
    'person',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor'],
  ],
  [
    'read',
    'person',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor'],
  ],
  ['register', 'person', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent']],
  ['change', 'person', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent']],
  ['record-consent', 'person', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent']],
  ['merge', 'person', ['ccas-worker', 'ccas-officer', 'supervisor']],
  // A copy of all that the town holds: notes and words too, so only who may read those.
  ['export', 'person', ['ccas-officer']],

  // ccas
  ['identify', 'need', ['ccas-worker', 'ccas-officer', 'reception-agent']],
  ['list', 'need', ['ccas-worker', 'ccas-officer', 'supervisor']],
  // The notes and the resident's words.
  ['read', 'need', ['ccas-worker', 'ccas-officer']],
  ['follow', 'need', ['ccas-worker', 'ccas-officer', 'supervisor']],
  ['change', 'need', ['ccas-worker', 'ccas-officer']],
  ['list', 'go-ahead', ['ccas-officer', 'supervisor']],
  ['give', 'go-ahead', ['ccas-officer']],

  // directory
  [
    'list',
    'partner',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  [
    'read',
    'partner',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  ['register', 'partner', ['ccas-officer', 'legal-access-officer', 'administrator']],
  ['change', 'partner', ['ccas-officer', 'legal-access-officer', 'administrator']],

  // legal-access
  [
    'list',
    'place',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  ['open', 'place', ['legal-access-officer', 'ccas-officer', 'administrator']],
  ['change', 'place', ['legal-access-officer', 'ccas-officer', 'administrator']],
  [
    'list',
    'permanence',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  ['schedule', 'permanence', ['legal-access-officer', 'ccas-officer', 'administrator']],
  ['end', 'permanence', ['legal-access-officer', 'ccas-officer', 'administrator']],
  [
    'list',
    'session',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  ['cancel', 'session', ['legal-access-officer', 'ccas-officer']],
  ['record-walk-in', 'session', ['legal-access-officer', 'reception-agent']],
  [
    'list',
    'request',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor'],
  ],
  [
    'read',
    'request',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor'],
  ],
  [
    'change-appointment',
    'request',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent'],
  ],
  ['record-attendance', 'request', ['legal-access-officer', 'reception-agent']],
  ['return', 'request', ['legal-access-officer', 'ccas-officer']],
  ['list', 'demand', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'supervisor', 'administrator']],
  [
    'list',
    'permanence-request',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'supervisor', 'administrator'],
  ],
  ['read', 'policy', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'supervisor', 'administrator']],
  ['set', 'policy', ['legal-access-officer', 'ccas-officer', 'administrator']],

  // notifications
  [
    'list',
    'message',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  [
    'read',
    'message',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  [
    'list',
    'delivery',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  ['list', 'person-to-tell', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent']],
  ['tell', 'delivery', ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent']],
  [
    'retry',
    'delivery',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'administrator'],
  ],
  // Each agent's own.
  [
    'read',
    'mail-preference',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
  [
    'set',
    'mail-preference',
    ['ccas-worker', 'ccas-officer', 'legal-access-officer', 'reception-agent', 'supervisor', 'administrator'],
  ],
] as const satisfies readonly Row[];

export type Subject = (typeof rights)[number][1];
/** The actions that the table has for a subject. */
export type ActionOn<S extends Subject> = Extract<(typeof rights)[number], readonly [string, S, unknown]>[0];
