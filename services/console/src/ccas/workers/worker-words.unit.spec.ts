import { handedSentence } from './worker-words';

it('says how many went, and how many stayed', () => {
  expect(handedSentence(1, 'Amel Kaci', 0)).toBe('1 besoin confié à Amel Kaci.');
  expect(handedSentence(3, 'Amel Kaci', 1)).toBe(
    '3 besoins confiés à Amel Kaci. 1 besoin reste : clos ou déjà confié.',
  );
  expect(handedSentence(0, 'Amel Kaci', 2)).toBe(
    '0 besoin confié à Amel Kaci. 2 besoins restent : clos ou déjà confiés.',
  );
});
