const roleNames: Readonly<Record<string, string>> = {
  'ccas-worker': 'Travailleuse ou travailleur social du CCAS',
  'ccas-officer': 'Responsable du CCAS',
  'legal-access-officer': 'Responsable de l’accès au droit',
  'reception-agent': 'Agent d’accueil',
  supervisor: 'Direction',
  administrator: 'Administration',
};

/** What a person does here, as it is said to people. */
export const roleName = (role: string): string => roleNames[role] ?? role;
