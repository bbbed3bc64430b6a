import type { Delivery } from '../../api/answers/messages';
import { detailOf, isRetriable } from './delivery-words';

const delivery = (part: Partial<Delivery>): Delivery => ({
  id: 'd',
  version: 1,
  noticeLabel: 'Rendez-vous fixé',
  status: 'pending',
  recipient: { kind: 'resident', id: 'p' },
  plannedAt: '2026-11-24T09:00:00Z',
  ...part,
});

describe('a sending', () => {
  it('says by which way, why, and how many tries', () => {
    const waits = delivery({ tries: 2, sendAfter: '2026-11-24T09:05:00Z' });
    expect(detailOf(waits)).toBe('2 essais manqués, prochain essai mar. 24 nov., 10\u00a0h\u00a005');
    expect(detailOf(delivery({ status: 'awaiting-agent', channel: 'phone-list', because: 'no-mail' }))).toBe(
      'par téléphone, pas d’adresse mail',
    );
    expect(detailOf(delivery({ status: 'sent' }))).toBe('par mail');
  });

  it('is tried again when a try failed or an agent was asked, never while it waits for its undo', () => {
    expect(isRetriable(delivery({ status: 'awaiting-agent' }))).toBe(true);
    expect(isRetriable(delivery({ tries: 1 }))).toBe(true);
    expect(isRetriable(delivery({ tries: 0 }))).toBe(false);
    expect(isRetriable(delivery({ status: 'sent' }))).toBe(false);
  });
});
