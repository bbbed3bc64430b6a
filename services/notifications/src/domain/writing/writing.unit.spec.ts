import type { Fact } from '../fact';
import { whoIsTold } from '../who-is-told';
import { writeToAgent } from './to-agent';
import { writeToPartner } from './to-partner';
import { NEUTRAL_SUBJECT, writeToResident, type ResidentLetter } from './to-resident';
import type { Words } from './writing';

const words: Words = {
  topic: (slug) => (slug === 'victim-support' ? 'Aide aux victimes' : 'Logement'),
  profession: (slug) => (slug === 'victim-support' ? 'Association d’aide aux victimes' : 'Avocat'),
};
const fact: Fact = {
  needId: 'n',
  topic: 'housing-law',
  startsAt: '2026-12-03T13:00:00Z',
  endsAt: '2026-12-03T13:30:00Z',
  placeName: 'Espace Simone Veil',
  placeAddress: '3 rue de Paron, 91370 Verrières-le-Buisson',
  profession: 'lawyer',
  waitingCount: 4,
  because: 'absent',
  by: 'session',
  answerBy: '2026-12-08T08:00:00Z',
  slots: 6,
};
const town = { name: 'Verrières-le-Buisson', phone: '01 69 00 00 00' };
const letter: ResidentLetter = {
  name: 'Nadia Benhamou',
  fact,
  town,
  words,
  neutral: false,
  answerUrl: 'https://passerelle.example/r/abc',
};

describe('every row of the table', () => {
  it.each(whoIsTold.map(({ slug, to }) => [slug, to.who] as const))('%s has its words', (slug, who) => {
    const written =
      who === 'resident'
        ? writeToResident(slug, letter)
        : who === 'partner'
          ? writeToPartner(slug, letter)
          : writeToAgent(slug, fact, words);
    expect(written).toMatchSnapshot();
    // Nothing of the machine shows: no slug, no code, no English, no hole.
    expect(JSON.stringify(written)).not.toMatch(/undefined|null|NaN|housing-law|lawyer|session|absent\b/);
  });

  it('has no words when the table has no such row', () => {
    expect(writeToResident('no-such-row', letter)).toBeUndefined();
    expect(writeToPartner('no-such-row', letter)).toBeUndefined();
    expect(writeToAgent('no-such-row', fact, words)).toBeUndefined();
  });
});

describe('a resident in danger', () => {
  const inDanger: ResidentLetter = {
    ...letter,
    neutral: true,
    fact: {
      ...fact,
      topic: 'victim-support',
      profession: 'victim-support',
      placeName: 'Maison de la justice et du droit',
    },
  };

  it.each(whoIsTold.filter(({ to }) => to.who === 'resident').map(({ slug }) => slug))(
    'reads %s without a topic, a profession or a place that says it',
    (slug) => {
      const written = writeToResident(slug, inDanger);
      expect(written?.subject).toBe(NEUTRAL_SUBJECT);
      expect(JSON.stringify(written)).not.toMatch(/victime|justice|droit|avocat|CCAS et/i);
      expect(written).toMatchSnapshot();
    },
  );
});

describe('a cancellation', () => {
  const cancelled = (more: Partial<Fact>) =>
    writeToResident('appointment-cancelled', { ...letter, fact: { ...fact, ...more } })?.paragraphs;

  it('says that the person waits again when they do', () =>
    expect(cancelled({ waitsAgain: true })?.[1]).toContain('Vous restez sur la liste'));
  it('announces the date that follows, rather than a wait', () =>
    expect(cancelled({ waitsAgain: true, bookedAgain: true })?.[1]).toContain('Une autre date est fixée.'));
  it('says what to do when nothing follows', () =>
    expect(cancelled({ by: 'resident' })).toEqual([
      'Comme vous l’avez demandé, votre rendez-vous du jeudi 3 décembre à 14\u00a0h est annulé.',
      'Vous avez encore besoin d’un rendez-vous ? Appelez le 01 69 00 00 00 ou passez au CCAS.',
    ]));
});

it('counts one person in the singular', () => {
  const one = { ...letter, fact: { ...fact, waitingCount: 1 } };
  expect(writeToPartner('permanence-requested', one)?.paragraphs[0]).toBe(
    'À Verrières-le-Buisson, 1 personne attend un rendez-vous (logement). Pouvez-vous tenir une permanence ?',
  );
  expect(writeToAgent('permanence-held', one.fact, words)?.sentence).toContain('1 personne attend.');
});

it('refuses to write about an appointment without a date', () =>
  expect(() => writeToResident('appointment-booked', { ...letter, fact: {} })).toThrow('needs its dates'));
