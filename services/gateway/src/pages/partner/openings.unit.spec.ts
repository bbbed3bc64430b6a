import { openingHours } from './openings';

const open = (weekday: number, from: string, to: string) => ({ weekday, from, to });

it('says the opening hours as people do', () => {
  expect(
    openingHours({
      openings: [
        open(1, '14:00', '17:30'),
        open(1, '09:00', '12:00'),
        open(2, '09:00', '17:00'),
        open(4, '09:00', '17:00'),
        open(5, '09:00', '17:00'),
      ],
    }),
  ).toBe('lundi de 9 h à 12 h et de 14 h à 17 h 30 ; mardi, jeudi et vendredi de 9 h à 17 h');
  expect(openingHours({ openings: [] })).toBe('');
});
