import { type ActionOn, coveredBy, type Identity, rightsOf, type Subject } from '@passerelle/platform';
import type { Hint } from '@passerelle/messaging';

type Right = { [S in Subject]: readonly [act: ActionOn<S>, subject: S] }[Subject];

/** Who is told that something happened: those who may see the list that it changes. A topic that is not here is told to nobody. */
export const readableTopics: Readonly<Record<string, Right>> = {
  'people.person': ['find', 'person'],
  'ccas.need': ['list', 'need'],
  'ccas.go-ahead': ['list', 'go-ahead'],
  'ccas.referral': ['list', 'referral'],
  'directory.partner': ['list', 'partner'],
  'legal-access.request': ['list', 'request'],
  'legal-access.permanence-request': ['list', 'permanence-request'],
  'notifications.delivery': ['list', 'delivery'],
  // Needs that waited for a service start their promise.
  'platform.served-field': ['list', 'need'],
};

export type Reading = Pick<Identity, 'roles' | 'territories'>;

export function mayHear({ roles, territories }: Reading, { topic, territory }: Hint, now: Date): boolean {
  const right = Object.hasOwn(readableTopics, topic) ? readableTopics[topic] : undefined;
  if (!right || !coveredBy(territories, territory, now)) return false;
  return rightsOf(roles, [territory]).may(right[0], right[1], territory);
}
