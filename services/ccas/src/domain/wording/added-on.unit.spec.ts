import { partsAddedOn, partsPerhapsAddedOn } from './added-on';
import { classifyWording } from './classify-wording';

describe('a need added on to another', () => {
  it.each([
    ['divorce + dossier mdph', ['divorce', 'dossier mdph']],
    ['Crèche / Cantine', ['creche', 'cantine']],
    ['bail ainsi que mutuelle', ['bail', 'mutuelle']],
  ])('is set apart in « %s »', (text, parts) => expect(partsAddedOn(text)).toEqual(parts));

  it.each(['vu le 12/10, divorce', 'divorce', '+ divorce +', 'saisie s/ salaire', 'visa femme + 2 enfants'])(
    'is none in « %s »',
    (text) => expect(partsAddedOn(text)).toEqual([]),
  );

  it('may follow an "et"', () => {
    expect(partsPerhapsAddedOn('père et mère')).toEqual(['pere ', ' mere']);
    expect(partsPerhapsAddedOn('été')).toEqual([]);
  });

  it.each(['divorce + cours de danse', 'divorce / bricolage', 'divorce et perte de son emploi'])(
    'leaves « %s » to a worker',
    (text) => expect(classifyWording(text)).toEqual({ kind: 'undecided' }),
  );

  it.each([
    ['divorce et garde des enfants', 'family-law'],
    ['expulsion + loyers impayés', 'housing-law'],
  ])('is not seen in « %s »', (text, topic) => expect(classifyWording(text)).toMatchObject({ topic }));
});
