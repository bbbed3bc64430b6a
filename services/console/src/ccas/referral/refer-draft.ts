import type { PersonPage } from '../../api/answers/people';
import type { ContactWay } from '../../api/answers/referrals';
import { spokenPhone } from '../../ui/phone';

/** What is being written to a partner. Its id is made with it: sent twice, it is one referral. */
export interface Draft {
  readonly id: string;
  readonly partnerId: string | undefined;
  readonly message: string;
  readonly contactWay: ContactWay;
  readonly contact: string;
}

type Reached = Pick<PersonPage, 'firstName' | 'lastName' | 'safeContact'> & {
  readonly reach: Pick<PersonPage['reach'], 'mail' | 'phone'>;
};

/** Who asked for caution is reached through the CCAS, unless the worker says otherwise. */
export function draftFor({ firstName, lastName, reach, safeContact }: Reached): Draft {
  const where = reach.phone === undefined ? reach.mail : spokenPhone(reach.phone);
  return {
    id: crypto.randomUUID(),
    partnerId: undefined,
    message: '',
    contactWay: isCautious({ safeContact }) ? 'through-ccas' : 'direct',
    contact: [`${firstName} ${lastName}`, where].filter((part) => part !== undefined).join(', '),
  };
}

export const isCautious = ({ safeContact }: Pick<PersonPage, 'safeContact'>): boolean =>
  safeContact.doNotWrite || safeContact.doNotLeaveMessage || safeContact.neutralSubject;

export function missingIn({
  partnerId,
  message,
  contactWay,
  contact,
}: Omit<Draft, 'id'>): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  if (partnerId === undefined) missing.set('partnerId', 'Choisissez un partenaire.');
  if (message.trim() === '') missing.set('message', 'Écrivez au partenaire ce qu’il doit savoir.');
  if (contactWay === 'direct' && contact.trim() === '') {
    missing.set('contact', 'Dites comment la joindre, ou choisissez de passer par le CCAS.');
  }
  return missing;
}
