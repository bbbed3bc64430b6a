import type { Document } from 'mongodb';
import type { Fault, Verdict } from '../types';
import type { ServiceName } from './evidence';
import type { MadeUpTown } from './made-up-town.spec';

export interface Plant {
  readonly what: string;
  readonly does: (town: MadeUpTown) => void;
  readonly counts: Partial<Record<Fault | 'staleFences' | 'mailsAgain', number>>;
  /** What can still come right by waiting is no fault while the load runs. */
  readonly untilRest?: true;
}

export const drop = (service: ServiceName, collection: string, id: string) => (town: MadeUpTown) => {
  if (!town.all(service, collection).delete(id)) throw new Error(`there is no ${collection} ${id} to drop`);
};
export const change =
  (service: ServiceName, collection: string, id: string, to: (before: Document) => Document) =>
  (town: MadeUpTown) => {
    const before = town.all(service, collection).get(id);
    if (!before) throw new Error(`there is no ${collection} ${id} to change`);
    town.put(service, collection, id, { ...before, ...to(before) });
  };
export const state =
  (service: ServiceName, collection: string, id: string, to: Document) => (town: MadeUpTown) =>
    change(service, collection, id, ({ state: before }) => ({ state: { ...before, ...to } }))(town);

export function eventOf(town: MadeUpTown, service: ServiceName, id: string, type: string): string {
  const found = [...town.all(service, 'journal')].find(
    ([, entry]) => entry['aggregateId'] === id && entry['type'] === type,
  );
  if (!found) throw new Error(`${id} has no ${type}`);
  return found[0];
}
export const entry =
  (service: ServiceName, id: string, type: string, to: (before: Document) => Document) =>
  (town: MadeUpTown) =>
    change(service, 'journal', eventOf(town, service, id, type), to)(town);

export const none = {
  lost: 0,
  doubled: 0,
  disordered: 0,
  stuck: 0,
  broken: 0,
  staleFences: 0,
  mailsAgain: 0,
};

export function countsOf({ counts, staleFences, mailsAgain }: Verdict) {
  return { ...counts, staleFences, mailsAgain };
}
