import { professions } from '@passerelle/contracts';
import type { AggregateDocument } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Permanence } from '../domain/permanence';
import type { Place } from '../domain/place';

type KnownPlace = Exclude<Place, { status: 'none' }>;
type KnownPermanence = Exclude<Permanence, { status: 'none' }>;

export class PlaceReads {
  constructor(private readonly connection: Connection) {}

  async places(territory: string) {
    const found = await this.connection
      .db!.collection<AggregateDocument<KnownPlace>>('place')
      .find({ territory })
      .sort({ 'state.name': 1 })
      .toArray();
    const items = (found as AggregateDocument<KnownPlace>[]).map(shownPlace);
    return { items, total: items.length };
  }

  async permanences(territory: string) {
    const found = await this.connection
      .db!.collection<AggregateDocument<KnownPermanence>>('permanence')
      .find({ territory })
      .sort({ 'state.status': -1, 'state.from': 1 })
      .toArray();
    const items = (found as AggregateDocument<KnownPermanence>[]).map(shownPermanence);
    return { items, total: items.length };
  }
}

export function shownPlace({
  _id: id,
  version,
  state,
}: Pick<AggregateDocument<KnownPlace>, '_id' | 'version' | 'state'>) {
  const { status: _status, ...facts } = state;
  return { id, version, ...facts };
}

export function shownPermanence({
  _id: id,
  version,
  state,
}: Pick<AggregateDocument<KnownPermanence>, '_id' | 'version' | 'state'>) {
  return { id, version, ...state, professionLabel: professions[state.profession].label };
}
