import { allContracts } from '@passerelle/contracts';
import { mayHear, readableTopics } from './readable-topics';

const now = new Date('2026-12-03T08:00:00Z');
const hint = (topic: string, territory = '91645') => ({ topic, territory, type: 'X', key: 'k', at: now });
const claire = { roles: ['ccas-worker'], territories: ['91645'] } as const;

describe('who is told', () => {
  it('has a line for every topic that there is', () => {
    const topics = [...new Set(allContracts.map(({ topic }) => topic))].sort();
    expect(Object.keys(readableTopics).sort()).toEqual(topics);
  });

  it('are those whose role sees the list, in their territory or their grouping', () => {
    expect(mayHear(claire, hint('ccas.need'), now)).toBe(true);
    const grouping = { roles: ['supervisor'], territories: ['200056232'] } as const;
    expect(mayHear(grouping, hint('ccas.need', '91477'), now)).toBe(true);
  });

  it.each([
    ['of another territory', claire, hint('ccas.need', '91477')],
    ['whose role does not see the list', { ...claire, roles: ['administrator'] as const }, hint('ccas.need')],
    ['who have no role', { ...claire, roles: [] }, hint('ccas.need')],
    ['of a topic that nobody has thought of', claire, hint('ccas.secret')],
    ['of a topic that only looks like one', claire, hint('constructor')],
  ])('are not those %s', (_who, reader, what) => expect(mayHear(reader, what, now)).toBe(false));
});
