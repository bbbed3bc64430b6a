import fc from 'fast-check';
import { personalIn } from './topic-scan.spec';

describe('the scan of a record', () => {
  it.each([
    ['{"to":"amina.k@exemple.fr"}', ['a mail address']],
    ['06 11 22 33 44', ['a phone number']],
    ['tel:+33611223344', ['a phone number']],
    ['01.69.00.00.01', ['a phone number']],
    ['QUATREFAGES', ['Quatrefages']],
  ])('finds what is personal in %s', (text, found) => {
    expect(personalIn(text, ['Quatrefages'])).toEqual(found);
  });

  it('leaves ids, instants, counts and codes of communes alone', () => {
    const honest = fc.tuple(
      fc.uuid(),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
      fc.nat(),
    );
    fc.assert(
      fc.property(honest, ([id, at, count]) => {
        const record = JSON.stringify({ needId: id, at: at.toISOString(), count, territory: '91645' });
        expect(personalIn(record, ['Quatrefages'])).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });
});
