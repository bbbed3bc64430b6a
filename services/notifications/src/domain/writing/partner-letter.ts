import type { Fact } from '../fact';
import type { Town, Words } from './writing';

/** Everything a mail to a partner is made of. */
export interface PartnerLetter {
  readonly name: string;
  readonly fact: Fact;
  readonly town: Town;
  readonly words: Words;
  readonly answerUrl?: string;
}
