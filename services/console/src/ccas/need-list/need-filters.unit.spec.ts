import { needFilters, queryOf } from './need-filters';

describe('the filters in an address', () => {
  it('are asked of the service as they stand', () => {
    const filters = needFilters({ etat: 'expired', domaine: 'youth', suivi: 'moi', urgent: 'oui', page: 2 });
    expect(queryOf(filters, 'claire')).toEqual({
      ...{ status: 'expired', topic: undefined, field: 'youth', worker: 'claire', urgency: 'urgent' },
    });
  });

  it('may be one worker’s, whoever reads', () =>
    expect(queryOf(needFilters({ suivi: 'amel' }), 'claire')).toMatchObject({ worker: 'amel' }));

  it('forget what an address should not say', () => {
    const filters = needFilters({ etat: 'lost', sujet: 7, suivi: '', page: -1, autre: 'x' });
    expect(Object.values(filters).every((value) => value === undefined)).toBe(true);
  });

  it('ask for everything when there are none', () => {
    expect(Object.values(queryOf(needFilters({}), 'claire')).every((value) => value === undefined)).toBe(
      true,
    );
  });
});
