import { inFull } from './abbreviations';
import { classifyWording } from './classify-wording';

describe('a word that agents shorten', () => {
  it.each([
    ['logt', 'logement'],
    ['bdf', 'banque france'],
    ['elec', 'electricite'],
    ['regroupt', 'regroupement'],
    ['licenciemt', 'licenciement'],
    ['surendettemt', 'surendettement'],
  ])('%s is read as %s', (short, full) => expect(inFull(short)).toBe(full));

  it.each(['regret', 'accompagnent', 'contrat', 'constructor', 'divorce'])('%s is left as it is', (word) =>
    expect(inFull(word)).toBe(word),
  );

  it('speaks for its subject', () => {
    expect(classifyWording('licencmt abusif')).toMatchObject({ topic: 'labour-law' });
  });
});
