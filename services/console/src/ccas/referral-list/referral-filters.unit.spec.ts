import { queryOf, referralFilters } from './referral-filters';

const chez = '3b241101-e2bb-4255-8caf-4136c566a962';

describe('the filters in an address', () => {
  it('are asked of the service as they stand', () => {
    const filters = referralFilters({ etat: 'sent', sujet: 'youth-mobility', chez, suivi: 'moi' });
    expect(queryOf(filters, 'claire')).toEqual({
      ...{ status: 'sent', topic: 'youth-mobility', partnerId: chez, worker: 'claire' },
    });
  });

  it('forget what an address should not say', () => {
    const filters = referralFilters({ etat: 'lost', sujet: 7, chez: 'someone', page: 0, autre: 'x' });
    expect(Object.values(filters).every((value) => value === undefined)).toBe(true);
  });
});
