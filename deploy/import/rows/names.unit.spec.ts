import { readName, splitFullName } from './names';

describe('names', () => {
  it.each([
    ['  perez ', 'Perez'],
    ['DE OLIVEIRA', 'De Oliveira'],
    ["D'ALMEIDA-ÉTIENNE", "D'Almeida-Étienne"],
    ['McDonald', 'McDonald'],
    ['Mme Durand', 'Durand'],
    ['M. Durand', 'Durand'],
    ['M Durand', 'Durand'],
    ['Maximilien', 'Maximilien'],
    ['X', ''],
    ['inconnu', ''],
    ['???', ''],
    ['N/C', ''],
    ['Li', 'Li'],
    ['O', 'O'],
  ])('%s is kept as %s', (cell, name) => expect(readName(cell)).toBe(name));

  it.each([
    ['DUPONT Marie-Claire', 'Dupont', 'Marie-Claire'],
    ['Marie-Claire DUPONT', 'Dupont', 'Marie-Claire'],
    ['Dupont, Marie', 'Dupont', 'Marie'],
    ['Mme Dupont Marie', 'Dupont', 'Marie'],
    ['De Oliveira Maria', 'De Oliveira', 'Maria'],
    ['LE GALL Yves', 'Le Gall', 'Yves'],
    ['Dupont', 'Dupont', ''],
  ])('%s is %s, %s', (cell, lastName, firstName) =>
    expect(splitFullName(cell)).toEqual({ lastName, firstName }),
  );
});
