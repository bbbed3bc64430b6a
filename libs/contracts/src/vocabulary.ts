/** The five fields of a CTG, and the topics that a need can have in each: shared words, so that no service invents its own. */
export const fields = {
  childcare: { label: 'Petite enfance' },
  childhood: { label: 'Enfance' },
  youth: { label: 'Jeunesse' },
  parenting: { label: 'Parentalité' },
  'legal-access': { label: 'Accès au droit' },
} as const;

export type Field = keyof typeof fields;

/** Events carry a topic as an open word: a new topic must not break a consumer that does not know it yet. */
export const topics = {
  'childcare-place': { field: 'childcare', label: 'Place d’accueil' },
  'youth-job': { field: 'youth', label: 'Emploi et formation' },
  'youth-mobility': { field: 'youth', label: 'Mobilité' },
  'homework-support': { field: 'parenting', label: 'Accompagnement à la scolarité' },
  'parenting-support': { field: 'parenting', label: 'Soutien à la parentalité' },
  'family-law': { field: 'legal-access', label: 'Droit de la famille' },
  'housing-law': { field: 'legal-access', label: 'Logement' },
  'labour-law': { field: 'legal-access', label: 'Droit du travail' },
  'residence-permit': { field: 'legal-access', label: 'Droit des étrangers' },
  'victim-support': { field: 'legal-access', label: 'Aide aux victimes' },
  debt: { field: 'legal-access', label: 'Dettes et surendettement' },
} as const satisfies Record<string, { field: Field; label: string }>;

export type Topic = keyof typeof topics;

export function isTopic(word: string): word is Topic {
  return Object.hasOwn(topics, word);
}

export function topicsOf(field: Field): Topic[] {
  return (Object.keys(topics) as Topic[]).filter((topic) => topics[topic].field === field);
}

export const urgencies = ['normal', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** Coarse on purpose: for queues and figures, never enough to name somebody. */
export const ageBands = ['0-2', '3-11', '12-17', '18-25', '26-64', '65+', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Who sees a resident at a permanence. */
export const professions = {
  lawyer: { label: 'Avocat' },
  jurist: { label: 'Juriste' },
  'family-adviser': { label: 'Conseiller conjugal et familial' },
  'victim-support': { label: 'Association d’aide aux victimes' },
  mjd: { label: 'Maison de la justice et du droit' },
} as const;
export type Profession = keyof typeof professions;
