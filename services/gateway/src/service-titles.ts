/** What people call each service, for the sentences they read. A service that is not listed keeps its name. */
const titles: Readonly<Record<string, string>> = {
  gateway: 'Plusieurs services ensemble',
  people: 'Personnes',
  ccas: 'CCAS',
  registration: 'Inscriptions',
  childcare: 'Petite enfance',
  youth: 'Jeunesse',
  parenting: 'Parentalité',
  directory: 'Annuaire des partenaires',
  'legal-access': 'Accès au droit',
  'action-plan': 'Convention territoriale',
  notifications: 'Messages',
};

export function serviceTitle(name: string): string {
  return Object.hasOwn(titles, name) ? titles[name]! : name;
}
