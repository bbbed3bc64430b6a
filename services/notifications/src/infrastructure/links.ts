import { signLink } from '@passerelle/platform';
import type { Links } from '../application/ports';

/** Signed when the mail leaves, with the date of the event as its end: the same until then, however often it is tried. */
export function links(publicUrl: string, key: string): Links {
  const base = publicUrl.replace(/\/$/, '');
  return {
    async to(purpose, fact) {
      if (purpose === 'permanence-answer') {
        const { permanenceRequestId: id, partnerId, attempt = 1, answerBy } = fact;
        if (id === undefined || partnerId === undefined || answerBy === undefined) return undefined;
        const token = await signLink(key, { purpose, id, partnerId, attempt, expiresAt: new Date(answerBy) });
        return `${base}/p/${token}`;
      }
      if (purpose === 'referral-answer') {
        const { referralId: id, partnerId, answerBy } = fact;
        if (id === undefined || partnerId === undefined || answerBy === undefined) return undefined;
        const token = await signLink(key, { purpose, id, partnerId, expiresAt: new Date(answerBy) });
        return `${base}/o/${token}`;
      }
      const { needId: id, appointmentId, startsAt } = fact;
      if (id === undefined || appointmentId === undefined || startsAt === undefined) return undefined;
      const token = await signLink(key, { purpose, id, appointmentId, expiresAt: new Date(startsAt) });
      return `${base}/r/${token}`;
    },
  };
}
