import { datesSearch } from './dates-search';

it('keeps what can be looked for, and forgets the rest', () => {
  expect(datesSearch({ sujet: 'debt', des: '2026-12-03', endroit: 'Mairie' })).toEqual({
    sujet: 'debt',
    des: '2026-12-03',
    endroit: 'Mairie',
  });
  expect(datesSearch({ sujet: 'youth-job', des: 'demain', pour: 'x' })).toEqual({});
});
