import type { CalendarPart } from '../../domain/calendar-part';
import type { Writing } from '../../domain/writing/writing';
import { asHtml } from './html';
import { asIcal } from './ical';
import { asLetter } from './letter';
import { asText } from './text';

const writing: Writing = {
  subject: 'Votre rendez-vous du jeudi 3 décembre, 14\u00a0h',
  greeting: 'Bonjour Nadia Benhamou,',
  paragraphs: ['Un rendez-vous est fixé pour vous.'],
  details: [
    { label: 'Quand', value: 'jeudi 3 décembre, de 14\u00a0h à 14\u00a0h\u00a030' },
    { label: 'Où', value: 'Espace Simone Veil, 3 rue de Paron' },
  ],
  action: { label: 'Dire si je viens, ou annuler', url: 'https://passerelle.example/r/abc' },
  after: ['Apportez une pièce d’identité.'],
  signature: ['Le CCAS et l’accès au droit', 'Verrières-le-Buisson'],
};

describe('a mail', () => {
  it('as text', () => expect(asText(writing)).toMatchSnapshot());
  it('as HTML', () => expect(asHtml(writing)).toMatchSnapshot());

  it('says the same in both parts', () => {
    const said = [writing.greeting, ...writing.paragraphs, ...writing.after, ...writing.signature];
    for (const words of [...said, ...writing.details.map(({ value }) => value), writing.action!.url]) {
      expect(asText(writing)).toContain(words);
      expect(asHtml(writing)).toContain(words);
    }
  });

  it('cannot be broken by what it is given', () => {
    const nasty = { ...writing, greeting: 'Bonjour <img src=x onerror=alert(1)> & "co" l\'ami,' };
    for (const html of [asHtml(nasty), asLetter(nasty, { name: '<b>Nadia</b>' })]) {
      expect(html).not.toMatch(/<img|<b>/);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot; l&#39;ami');
    }
  });

  it('is as plain without details and link', () =>
    expect(asText({ ...writing, details: [], action: undefined, after: [] })).toMatchSnapshot());
});

it('a letter is complete and has no link to type', () => {
  const letter = asLetter(
    { ...writing, action: undefined },
    {
      name: 'Nadia Benhamou',
      address: '12 rue des Prés\n91370 Verrières-le-Buisson',
    },
  );
  expect(letter).toMatchSnapshot();
  expect(letter).not.toContain('http');
});

describe('an invitation', () => {
  const part: CalendarPart = {
    method: 'REQUEST',
    uid: '0193a1b2-0000-7000-8000-000000000001',
    sequence: 0,
    decidedAt: new Date('2026-11-24T09:00:00Z'),
    startsAt: new Date('2026-12-03T13:00:00Z'),
    endsAt: new Date('2026-12-03T13:30:00Z'),
    summary: 'Rendez-vous : Logement',
    location: 'Espace Simone Veil, 3 rue de Paron; 91370, Verrières-le-Buisson',
  };
  const town = { name: 'Verrières-le-Buisson', address: 'ne-pas-repondre@passerelle.example' };
  const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  it('is a valid iCalendar request', () => {
    const text = asIcal(part, town, 'nadia@exemple.fr');
    expect(text).toMatchSnapshot();
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        `UID:${part.uid}`,
        'SEQUENCE:0',
        'DTSTAMP:20261124T090000Z',
        'DTSTART:20261203T130000Z',
        'DTEND:20261203T133000Z',
        'STATUS:CONFIRMED',
        'CLASS:PRIVATE',
        'LOCATION:Espace Simone Veil\\, 3 rue de Paron\\; 91370\\, Verrières-le-Buisson',
      ]),
    );
    // RFC 5545: CRLF, no line over 75 octets, one event, opened and closed in order.
    expect(text).not.toMatch(/[^\r]\n/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(lines(text)[0]).toBe('BEGIN:VCALENDAR');
    expect(lines(text).filter(Boolean).at(-1)).toBe('END:VCALENDAR');
  });

  it('is taken back under the same identity', () =>
    expect(lines(asIcal({ ...part, method: 'CANCEL', sequence: 2 }, town, 'nadia@exemple.fr'))).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', `UID:${part.uid}`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
    ));

  it('is the same text at each try', () =>
    expect(asIcal(part, town, 'nadia@exemple.fr')).toBe(asIcal(part, town, 'nadia@exemple.fr')));
});
