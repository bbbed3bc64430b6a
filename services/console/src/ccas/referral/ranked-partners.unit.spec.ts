import type { Partner } from '../../api/answers/partners';
import type { PartnerWaits } from '../../api/answers/referrals';
import { guillemets } from '../../ui/guillemets';
import { rankedPartners } from './ranked-partners';

const partner = (id: string, name: string, topics: string[], more: Partial<Partner> = {}): Partner => ({
  ...{ id, name, topics, kind: 'association', rank: 10, active: true },
  ...more,
});
const waits = (partnerId: string, more: Partial<PartnerWaits>): PartnerWaits => ({
  ...{ partnerId, waiting: 0, waitingSince: null, silent: 0, questioned: 0 },
  ...{ accepted: 0, declined: 0, expired: 0, closed: 0 },
  ...more,
});
const garage = partner('g', 'Garage solidaire', ['youth-mobility']);
const mission = partner('m', 'Mission locale', ['youth-job', 'youth-mobility']);
const creche = partner('c', 'Crèche des Prés', ['childcare-place']);
const gone = partner('x', 'Ancienne auto-école', ['youth-mobility'], { active: false });
const all = [garage, mission, creche, gone];
const asked = { topic: 'youth-mobility', words: '', daysSince: () => 12 };
const namesOf = (found: ReturnType<typeof rankedPartners>) => found.map((one) => one.partner.name);

describe('the partners that a need may go to', () => {
  it('are those that take its topic, in the order of the directory', () => {
    const first = { ...mission, rank: 1 };
    expect(namesOf(rankedPartners([garage, first, creche, gone], [], asked))).toEqual([
      'Mission locale',
      'Garage solidaire',
    ]);
  });

  it('come after the others when they keep somebody waiting, and it is said', () => {
    const silent = waits('g', { waiting: 2, waitingSince: '2026-11-12T08:00:00Z', silent: 1, expired: 1 });
    const found = rankedPartners(all, [silent], asked);
    expect(namesOf(found)).toEqual(['Mission locale', 'Garage solidaire']);
    expect(found[1]!.reasons).toEqual([
      `prend en charge ${guillemets('Mobilité')}`,
      '2 personnes attendent sa réponse, depuis 12 jours',
      'est resté 1 fois sans répondre',
    ]);
    expect(found[0]!.reasons[1]).toBe('jamais sollicité par le CCAS');
  });

  it('are found by words, without accents, even when they do not say that they take the topic', () => {
    const found = rankedPartners(all, [waits('c', { accepted: 1, closed: 2, declined: 1 })], {
      ...asked,
      words: 'creche PRES',
    });
    expect(namesOf(found)).toEqual(['Crèche des Prés']);
    expect(found[0]!.reasons).toEqual([
      `ne déclare pas ${guillemets('Mobilité')} dans l’annuaire`,
      'a accepté 3 fois sur 4',
    ]);
  });

  it('are all that are active when nobody takes the topic, and none when no word fits', () => {
    expect(namesOf(rankedPartners(all, [], { ...asked, topic: 'debt' }))).toHaveLength(3);
    expect(rankedPartners(all, [], { ...asked, words: 'plombier' })).toEqual([]);
  });
});
