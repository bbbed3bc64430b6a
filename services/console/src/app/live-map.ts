import { keys } from '../api/keys';

/** What the gateway tells: something happened to this aggregate. Never data: what may be read is read again. */
export interface LiveHint {
  /** `ccas.need`, `legal-access.request`… */
  readonly topic: string;
  readonly type: string;
  readonly key: string;
}

type Key = readonly unknown[];

/** What is read again, by topic. Add a service's aggregates here. */
const readAgain: Readonly<Record<string, (hint: LiveHint) => readonly Key[]>> = {
  'ccas.need': ({ key, type }) => [
    ...[keys.needs, keys.need(key), keys.demands],
    // Its referral goes with it.
    ...(type === 'NeedHandedOver' ? [keys.referrals] : []),
  ],
  'ccas.referral': () => [keys.referrals, keys.needs, keys.anyNeed],
  'ccas.go-ahead': () => [keys.goAheads],
  'legal-access.request': ({ key }) => [
    keys.need(key),
    keys.requests,
    keys.needs,
    keys.demands,
    keys.sessions,
  ],
  'legal-access.permanence-request': () => [
    keys.permanenceRequests,
    keys.goAheads,
    keys.demands,
    keys.sessions,
  ],
  // A consent that was recorded lets a need be referred, or takes it back.
  'people.person': ({ key }) => [keys.person(key), keys.persons, keys.referrals],
  'notifications.delivery': () => [keys.messages, keys.deliveries],
  'directory.partner': () => [keys.partners],
  'platform.served-field': () => [keys.topics],
};

export function readAgainAfter(hint: LiveHint): readonly Key[] {
  return readAgain[hint.topic]?.(hint) ?? [];
}
