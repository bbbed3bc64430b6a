import type { DatedPolicy, Policy } from './policy.values';

/**
 * Shipped values, « à vérifier » with each town: none comes from a law. The horizon, the threshold and the longest
 * waits are those of the CTG's action sheet AD3; the others are what legal-access points of the département do.
 */
export const shippedPolicies: readonly (DatedPolicy & { values: Policy; source: string })[] = [
  {
    from: '2000-01-01',
    source: 'CTG, fiche AD3 (à vérifier)',
    values: {
      horizonDays: 21,
      noticeHours: 24,
      threshold: 4,
      longestWaitDays: 14,
      longestUrgentWaitDays: 2,
      needsGoAhead: false,
      answerDays: 7,
      reminderDays: 3,
      retryDays: 1,
      restDays: 14,
    },
  },
];
