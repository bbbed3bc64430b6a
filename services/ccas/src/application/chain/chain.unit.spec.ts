import { allContracts, type EventEnvelope } from '@passerelle/contracts';
import { linkOfEvent, type ChainLink } from './chain-link';
import { gatherChain, type ChainSources } from './gather-chain';
import { recordLinks } from './record-links';
import { hasSentence, sentenceOf } from './sentences';
import { tellChain } from './tell-chain';

const mine = 'need-mine';
const other = 'need-other';
let clock = 0;

function link(id: string, more: Partial<ChainLink>): ChainLink {
  clock += 1;
  return {
    id,
    type: 'RequestWaiting',
    source: 'legal-access',
    at: new Date(Date.UTC(2026, 10, 24, 9, 0, clock)),
    territory: '91645',
    correlationId: 'correlation',
    causationId: 'correlation',
    key: mine,
    data: {},
    ...more,
  };
}

/** A world: who noted, who waits behind whom, who cancelled. */
function world(links: readonly ChainLink[]): ChainSources {
  const own = (one: ChainLink) => one.source === 'ccas' && one.needId === mine;
  return {
    ofNeed: async () => links.filter(own),
    around: async (needId, correlationId) =>
      links.filter(
        (one) => one.source !== 'ccas' && (one.needId === needId || one.correlationId === correlationId),
      ),
    ofPermanences: async (ids) => links.filter((one) => ids.includes(one.permanenceRequestId ?? '')),
    byIds: async (ids) => links.filter((one) => ids.includes(one.id)),
  };
}

const noted = link('noted', { type: 'NeedNoted', source: 'ccas', needId: mine, actor: 'claire' });
const identified = link('identified', {
  type: 'NeedClassified',
  source: 'ccas',
  needId: mine,
  actor: 'claire',
});
const waiting = link('waiting', { needId: mine, causationId: 'identified' });
const otherNoted = link('other-identified', {
  type: 'NeedClassified',
  source: 'ccas',
  needId: other,
  correlationId: 'other',
  causationId: 'other',
  actor: 'paul',
});
const requested = link('requested', {
  type: 'PermanenceRequested',
  permanenceRequestId: 'permanence',
  correlationId: 'other',
  causationId: 'other-identified',
});
const accepted = link('accepted', {
  type: 'PermanenceRequestAccepted',
  permanenceRequestId: 'permanence',
  correlationId: 'other',
  causationId: 'requested',
  actor: 'link:permanence-answer',
});
const booked = link('booked', { type: 'AppointmentBooked', needId: mine, causationId: 'accepted' });
const told = link('told', {
  type: 'NoticeDelivered',
  source: 'notifications',
  needId: mine,
  causationId: 'booked',
  data: { recipient: 'resident', channel: 'mail' },
});
const everything = [noted, identified, waiting, otherNoted, requested, accepted, booked, told];
const chainOf = async (links: readonly ChainLink[]) =>
  tellChain(mine, await gatherChain(world(links), mine), (id) =>
    id === 'claire' ? 'Claire Marchand' : undefined,
  );

describe('the chain of a need', () => {
  it('goes from the desk to the mail, through the permanence that others made possible', async () => {
    const chain = await chainOf(everything);
    expect(chain.complete).toBe(true);
    expect(chain.items.map(({ id, causedBy }) => [id, causedBy])).toEqual([
      ['noted', null],
      ['identified', null],
      ['waiting', 'identified'],
      ['other-identified', null],
      ['requested', 'other-identified'],
      ['accepted', 'requested'],
      ['booked', 'accepted'],
      ['told', 'booked'],
    ]);
    expect(chain.items[0]).toMatchObject({
      lane: 'CCAS',
      sentence: 'Besoin noté',
      by: { kind: 'agent', id: 'claire', name: 'Claire Marchand' },
    });
    expect(chain.items[5]).toMatchObject({ lane: 'Partenaire', by: { kind: 'partner' } });
    expect(chain.items[7]).toMatchObject({ sentence: 'Le résident a été prévenu par mail' });
  });

  it('says nothing of another resident but that there was one', async () => {
    const chain = await chainOf(everything);
    const theirs = chain.items.find(({ id }) => id === 'other-identified');
    expect(theirs).toMatchObject({
      sentence: 'Une autre demande sur le même sujet',
      by: { kind: 'software' },
      causedBy: null,
    });
    expect(JSON.stringify(chain)).not.toMatch(/need-other|paul/);
  });

  it('does not follow their story', async () => {
    const cancelled = link('freed', {
      type: 'AppointmentCancelled',
      needId: other,
      correlationId: 'other',
      causationId: 'theirs-alone',
    });
    const chain = await chainOf([noted, identified, cancelled, { ...booked, causationId: 'freed' }]);
    expect(chain.complete).toBe(true);
    expect(chain.items.find(({ id }) => id === 'freed')).toMatchObject({
      sentence: 'Un créneau s’est libéré',
    });
  });

  it('is not complete when a cause is missing', async () => {
    const chain = await chainOf(everything.filter(({ id }) => id !== 'accepted'));
    expect(chain.complete).toBe(false);
    expect(chain.items.find(({ id }) => id === 'booked')).toMatchObject({ causedBy: null });
  });

  it('is empty for a need that nobody noted', async () =>
    expect(await chainOf([])).toEqual({ needId: mine, complete: true, items: [] }));

  it('leaves out what only repeats another line, and keeps its consequences attached', async () => {
    const echo = link('echo', {
      type: 'AppointmentNoted',
      source: 'ccas',
      needId: mine,
      causationId: 'booked',
    });
    const after = link('after', { type: 'NeedClosed', source: 'ccas', needId: mine, causationId: 'echo' });
    const chain = await chainOf([...everything, echo, after]);
    expect(chain.items.some(({ id }) => id === 'echo')).toBe(false);
    expect(chain.items.find(({ id }) => id === 'after')).toMatchObject({ causedBy: 'booked' });
  });
});

describe('what is heard of the other services', () => {
  const links: ChainLink[] = [];
  const rows = recordLinks({ chainLinks: { add: async (_tx, one) => void links.push(one) } });

  it('is every contract of theirs but what never touches a need', () => {
    const types = allContracts.filter(({ topic }) => !topic.startsWith('ccas.')).map(({ type }) => type);
    expect(rows.map(({ on }) => on.type).sort()).toEqual(
      types.filter((type) => type !== 'PersonRegistered' && type !== 'ConsentRecorded').sort(),
    );
    expect(rows.map(({ name }) => name)).toContain('ccas.record-permanence-request-accepted');
  });

  it('reads in French, whatever it is', () => {
    for (const { type } of allContracts.filter(({ topic }) => !topic.startsWith('ccas.'))) {
      expect([type, hasSentence(type)]).toEqual([type, true]);
    }
  });

  it('keeps no person', () => {
    const event = {
      ...{
        id: 'e',
        type: 'AppointmentBooked',
        version: 1,
        source: 'legal-access',
        topic: 'legal-access.request',
      },
      ...{
        key: mine,
        sequence: 1,
        time: new Date(),
        territory: '91645',
        correlationId: 'c',
        causationId: 'c',
      },
      data: {
        needId: mine,
        personId: 'somebody',
        topic: 'debt',
        startsAt: '2026-11-26T13:00:00Z',
        walkIn: false,
      },
    } as EventEnvelope;
    expect(linkOfEvent(event)).toMatchObject({ needId: mine, data: { topic: 'debt', walkIn: false } });
    expect(JSON.stringify(linkOfEvent(event))).not.toContain('somebody');
  });
});

describe('sentences', () => {
  const nameOf = (id: string) => (id === 'amel' ? 'Amel Kaci' : undefined);

  it.each([
    [
      'RequestWaiting',
      { topic: 'housing-law', waitingCount: 4, because: 'no-slot' },
      'Aucun créneau libre pour le moment',
      'rejoint 3 autres personnes en attente pour « logement »',
    ],
    [
      'RequestWaiting',
      { topic: 'debt', waitingCount: 1, because: 'absent' },
      'Absence : de nouveau en attente',
      'première demande en attente pour « dettes et surendettement »',
    ],
    [
      'AppointmentBooked',
      {
        startsAt: '2026-11-26T13:00:00Z',
        placeName: 'Espace Jean-Moulin',
        profession: 'lawyer',
        walkIn: false,
      },
      'Rendez-vous fixé : jeudi 26 novembre, 14\u00a0h',
      'Espace Jean-Moulin, Avocat',
    ],
    [
      'NeedOriented',
      { expireAt: '2026-12-24T07:00:00Z' },
      'Orienté vers le service',
      'réponse attendue avant le jeudi 24 décembre',
    ],
    ['NeedHandedOver', { workerId: 'amel' }, 'Confié à Amel Kaci', undefined],
    ['NeedHandedOver', { workerId: 'gone' }, 'Confié à un autre travailleur social', undefined],
  ])('%s %p', (type, data, sentence, detail) =>
    expect(sentenceOf({ type, data: data as never }, nameOf)).toEqual({ sentence, detail }),
  );
});
