import * as contracts from '@passerelle/contracts';
import { whoIsTold } from '../domain/who-is-told';
import type { Ports } from './ports';
import { reactions } from './reactions';
import { deliveryId } from './tell';
import { words } from './words';

const table = reactions({} as Ports);

it('hears each event of the table once, by a name of its own', () => {
  const names = table.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toMatchSnapshot();
  const listened = new Set(table.map(({ on }) => on.type));
  expect(whoIsTold.filter(({ on }) => !listened.has(on))).toEqual([]);
});

it('binds each word of the table to the contract of that name', () => {
  for (const { on } of whoIsTold) expect(contracts[on].type).toBe(on);
});

it('lets no event wait longer than its most patient row', () =>
  expect(
    table.find(({ name }) => name === 'notifications.tell-of-appointment-reminder-due')?.staleAfterMs,
  ).toBe(24 * 3_600_000));

it('gives one notice of one event to one recipient one id, and another to anything else', () => {
  const id = deliveryId('appointment-booked', 'e1', 'resident:p');
  expect(id).toBe(deliveryId('appointment-booked', 'e1', 'resident:p'));
  const others = [
    deliveryId('appointment-moved', 'e1', 'resident:p'),
    deliveryId('appointment-booked', 'e2', 'resident:p'),
    deliveryId('appointment-booked', 'e1', 'resident:q'),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
});

it('speaks the shared vocabulary, and does not stop at a word it does not know yet', () => {
  expect(words.topic('housing-law')).toBe('Logement');
  expect(words.topic('consumer-law')).toBe('consumer law');
  expect(words.profession('lawyer')).toBe('Avocat');
  expect(words.topic('constructor')).toBe('constructor');
});
