import type { Opening } from './opening';

/** Where permanences are held. The name and the address are the town's: they may travel in events. */
export interface PlaceFacts {
  readonly name: string;
  readonly address: string;
  /** Rooms that hold one permanence each at a time; empty when the place is one room. */
  readonly rooms: readonly string[];
  readonly openings: readonly Opening[];
}

export type Place = { readonly status: 'none' } | ({ readonly status: 'open' } & PlaceFacts);

export type PlaceEvent =
  | ({ readonly type: 'PlaceOpened' } & PlaceFacts)
  | ({ readonly type: 'PlaceChanged' } & PlaceFacts)
  /** A permanence or a one-off session took a room: written so that two of them at once cannot miss each other. */
  | { readonly type: 'RoomTaken'; readonly takenBy: string; readonly room?: string };

export function evolvePlace(state: Place, event: PlaceEvent): Place {
  if (event.type === 'RoomTaken') return state;
  const { name, address, rooms, openings } = event;
  return { status: 'open', name, address, rooms, openings };
}
