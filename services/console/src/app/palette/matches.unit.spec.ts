import { matches } from './matches';

const entry = { to: '/ccas', label: 'À traiter', section: 'CCAS', alsoKnownAs: 'attente' } as const;

it('a page is found by the beginnings of its words, without accents', () => {
  for (const typed of ['', 'a tra', 'TRAITER', 'ccas att'])
    expect([typed, matches(entry, typed)]).toEqual([typed, true]);
  for (const typed of ['raiter', 'traiter demain'])
    expect([typed, matches(entry, typed)]).toEqual([typed, false]);
});
