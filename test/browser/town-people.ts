/** People of the console's town, all invented, and what they said; `daysAgo` is when they came. */
export interface TownPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly needs: readonly {
    readonly words: string;
    readonly daysAgo: number;
    readonly urgent?: boolean;
    readonly note?: string;
  }[];
}

export const townPeople: readonly TownPerson[] = [
  {
    firstName: 'Nadia',
    lastName: 'Benhamou',
    birthDate: '12/03/1988',
    phone: '06 39 98 12 34',
    email: 'nadia.benhamou@example.org',
    address: '14 rue des Prés, 91370 Verrières-le-Buisson',
    needs: [
      {
        words: 'divorce, ne sait pas à qui s’adresser',
        daysAgo: 31,
        urgent: true,
        note: 'Rappeler après 17 h.',
      },
      { words: 'licenciée sans lettre', daysAgo: 2 },
    ],
  },
  {
    firstName: 'Élise',
    lastName: 'Gonzalez',
    birthDate: '17/11/1951',
    phone: '01 69 53 00 12',
    needs: [{ words: 'menace d’expulsion de son logement', daysAgo: 12, urgent: true }],
  },
  {
    firstName: 'Karim',
    lastName: 'Lefort',
    birthDate: '04/06/2007',
    email: 'karim.lefort@example.org',
    needs: [{ words: 'cherche une aide au permis', daysAgo: 11 }],
  },
  {
    firstName: 'Jeanne',
    lastName: 'Perez',
    birthDate: '18/02/1950',
    needs: [{ words: 'voir avec le maire', daysAgo: 12, urgent: true }],
  },
  {
    firstName: 'Mathilde',
    lastName: 'Pons',
    birthDate: '30/09/1993',
    phone: '06 39 98 45 67',
    needs: [{ words: 'cherche une place en crèche pour son fils', daysAgo: 5 }],
  },
  {
    firstName: 'Ousmane',
    lastName: 'Diallo',
    birthDate: '02/01/1979',
    email: 'ousmane.diallo@example.org',
    needs: [{ words: 'loyers impayés, le bailleur menace', daysAgo: 4 }],
  },
  {
    firstName: 'Louise',
    lastName: 'Marchal',
    birthDate: '21/07/1964',
    needs: [
      { words: 'dépôt de garantie non rendu', daysAgo: 3 },
      { words: 'a rappelé, elle repassera', daysAgo: 1 },
    ],
  },
];
