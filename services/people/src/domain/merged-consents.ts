import type { Consent, ConsentPurpose, Consents } from './person';
import { consentPurposes } from './person';

/** Over merged files, the last real answer by purpose; of two given at one instant, the refusal. */
export function lastAnswers(files: readonly Consents[]): Record<ConsentPurpose, Consent> {
  const answers = consentPurposes.map(
    (purpose) => [purpose, last(files.map((file) => file[purpose]))] as const,
  );
  return Object.fromEntries(answers) as Record<ConsentPurpose, Consent>;
}

function last(consents: readonly Consent[]): Consent {
  const real = consents.filter((consent) => consent.answer !== 'unknown');
  const considered = real.length > 0 ? real : consents;
  return considered.reduce((one, other) => (outweighs(other, one) ? other : one));
}

function outweighs(one: Consent, other: Consent): boolean {
  const difference = one.at.getTime() - other.at.getTime();
  return difference > 0 || (difference === 0 && one.answer === 'refused');
}
