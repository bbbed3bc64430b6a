import { signLink } from '@passerelle/platform';
import type { Links } from '../application/ports';
import type { Fact } from '../domain/fact';
import type { LinkPurpose } from '../domain/notice';

interface Way {
  /** Of the page that the gateway shows behind it. */
  readonly page: string;
  /** What the link is about, and until when it is good. */
  readonly claims: (fact: Fact) => Readonly<Record<string, string | number | undefined>> & {
    readonly until: string | undefined;
  };
}

const ways: Readonly<Record<LinkPurpose, Way>> = {
  'permanence-answer': {
    page: 'p',
    claims: ({ permanenceRequestId: id, partnerId, attempt = 1, answerBy: until }) => {
      return { id, partnerId, attempt, until };
    },
  },
  'referral-answer': {
    page: 'o',
    claims: ({ referralId: id, partnerId, answerBy: until }) => ({ id, partnerId, until }),
  },
  'appointment-answer': {
    page: 'r',
    claims: ({ needId: id, appointmentId, startsAt: until }) => ({ id, appointmentId, until }),
  },
};

/** Signed when the mail leaves, with the date of the event as its end: the same until then, however often it is tried. */
export function links(publicUrl: string, key: string): Links {
  const base = publicUrl.replace(/\/$/, '');
  return {
    async to(purpose, fact) {
      const { page, claims } = ways[purpose];
      const { until, ...about } = claims(fact);
      if (until === undefined || !isWhole(about)) return undefined;
      const token = await signLink(key, { purpose, ...about, expiresAt: new Date(until) });
      return `${base}/${page}/${token}`;
    },
  };
}

type Claims = Readonly<Record<string, string | number>> & { readonly id: string };

function isWhole(claims: Readonly<Record<string, string | number | undefined>>): claims is Claims {
  return Object.values(claims).every((claim) => claim !== undefined);
}
