import type { Partner } from '../api/answers/partners';

export const partnerKinds: Readonly<Record<Partner['kind'], string>> = {
  mjd: 'Maison de la justice et du droit',
  bar: 'Barreau',
  association: 'Association',
  'public-service': 'Service public',
  other: 'Autre structure',
};
