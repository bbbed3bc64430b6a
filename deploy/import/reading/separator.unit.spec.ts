import { askedSeparator, guessSeparator, withoutHint } from './separator';

describe('guessing a separator', () => {
  it.each([';', ',', '\t', '|'])('sees %j', (separator) => {
    const rows =
      ['Nom', 'Prénom', 'Besoin'].join(separator) +
      '\n' +
      `Perez${separator}Jeanne${separator}"divorce, garde; etc"\n`.repeat(5);
    expect(guessSeparator(rows)).toBe(separator);
  });

  it('is not misled by commas inside texts', () => {
    expect(
      guessSeparator('Nom;Adresse;Besoin\nPerez;86, avenue de Turpin;divorce\nPons;rue, du Lac;a, b, c\n'),
    ).toBe(';');
  });

  it('says it when there are no columns', () => {
    expect(() => guessSeparator('bonjour\ntout le monde\n')).toThrow('Je ne vois pas de colonnes');
  });

  it('takes the hint of Excel, and names that a shell lets through', () => {
    expect(withoutHint('sep=|\r\na|b')).toEqual({ text: '\na|b', hint: '|' });
    expect(['tab', 'pipe', ';', 'comma'].map(askedSeparator)).toEqual(['\t', '|', ';', ',']);
    expect(askedSeparator('x')).toBeUndefined();
  });
});
