import type { ContactWay } from '../../api/answers/referrals';

/** What is being written to a partner. Its id is made with it: sent twice, it is one referral. */
export interface Draft {
  readonly id: string;
  readonly partnerId: string | undefined;
  readonly message: string;
  readonly contactWay: ContactWay;
  readonly contact: string;
}

export function missingIn({ partnerId, message, contactWay, contact }: Draft): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  if (partnerId === undefined) missing.set('partnerId', 'Choisissez un partenaire.');
  if (message.trim() === '') missing.set('message', 'Écrivez au partenaire ce qu’il doit savoir.');
  if (contactWay === 'direct' && contact.trim() === '') {
    missing.set('contact', 'Dites comment la joindre, ou choisissez de passer par le CCAS.');
  }
  return missing;
}
