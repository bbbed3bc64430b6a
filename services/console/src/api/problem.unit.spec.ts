import { errorInstead, noNetwork, problemFrom } from './problem';

const refused = (status: number, name: string) => problemFrom(status, { name, detail: 'Une phrase.' });

it('leaves what was read on the screen while nobody answers, and takes it away at a refusal', () => {
  const [data, forbidden] = ['what was read', refused(403, 'Forbidden')];
  for (const away of [noNetwork(), refused(503, 'Unavailable'), refused(401, 'SessionExpired')]) {
    expect(errorInstead({ data, error: away })).toBeNull();
    expect(errorInstead({ data: undefined, error: away })).toBe(away);
  }
  expect(errorInstead({ data, error: forbidden })).toBe(forbidden);
  expect(errorInstead({ data, error: null })).toBeNull();
});
