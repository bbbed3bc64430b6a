import { refuse, type Decider, type Decision } from '@passerelle/domain-kit';
import { isMuddled, isOpen, type Opening } from './opening';
import { evolvePlace, type Place, type PlaceEvent, type PlaceFacts } from './place';
import type { Meeting } from './room-clash';

export type PlaceCommand =
  | ({ readonly type: 'OpenPlace' } & PlaceFacts)
  /** `meetings`: what is still to be held there, which new opening hours must not shut out. */
  | ({ readonly type: 'ChangePlace'; readonly meetings: readonly Meeting[] } & PlaceFacts)
  | { readonly type: 'TakeRoom'; readonly takenBy: string; readonly room?: string };

function decide(command: PlaceCommand, state: Place): Decision<PlaceEvent> {
  switch (command.type) {
    case 'OpenPlace':
      if (state.status === 'open') return [];
      return muddled(command) ?? [{ ...facts(command), type: 'PlaceOpened' }];
    case 'ChangePlace':
      return change(command, state);
    case 'TakeRoom':
      return takeRoom(command, state);
  }
}

function change(command: Extract<PlaceCommand, { type: 'ChangePlace' }>, state: Place): Decision<PlaceEvent> {
  if (state.status === 'none') return unknownPlace();
  const wrong = muddled(command);
  if (wrong) return wrong;
  const shutOut = command.meetings.find(
    (meeting) => !isOpen(command.openings, meeting.day, meeting.startTime, meeting.durationMinutes),
  );
  if (shutOut) {
    return refuse(
      'MeetingsOutsideOpening',
      `Une permanence est prévue le ${shutOut.day} à ${shutOut.startTime}, en dehors de ces horaires. Déplacez-la ou annulez-la d’abord.`,
      'openings',
    );
  }
  const { name, address, rooms, openings } = state;
  if (JSON.stringify({ name, address, rooms, openings }) === JSON.stringify(facts(command))) return [];
  return [{ ...facts(command), type: 'PlaceChanged' }];
}

function takeRoom(command: Extract<PlaceCommand, { type: 'TakeRoom' }>, state: Place): Decision<PlaceEvent> {
  if (state.status === 'none') return unknownPlace();
  const { room, takenBy } = command;
  if (state.rooms.length > 0 && (room === undefined || !state.rooms.includes(room))) {
    return refuse('UnknownRoom', `Choisissez une salle de ce lieu : ${state.rooms.join(', ')}.`, 'room');
  }
  if (state.rooms.length === 0 && room !== undefined) {
    return refuse('UnknownRoom', 'Ce lieu n’a qu’une salle : ne précisez pas de salle.', 'room');
  }
  return [room === undefined ? { type: 'RoomTaken', takenBy } : { type: 'RoomTaken', takenBy, room }];
}

function muddled({ openings }: { openings: readonly Opening[] }) {
  if (!isMuddled(openings)) return undefined;
  return refuse(
    'OpeningsMuddled',
    'Deux plages d’ouverture se chevauchent, ou une plage finit avant de commencer.',
    'openings',
  );
}

const unknownPlace = () => refuse('UnknownPlace', 'Ce lieu n’existe pas.', 'placeId');

const facts = ({ name, address, rooms, openings }: PlaceFacts): PlaceFacts => ({
  name,
  address,
  rooms,
  openings,
});

export const place: Decider<PlaceCommand, Place, PlaceEvent> = {
  initial: { status: 'none' },
  decide,
  evolve: evolvePlace,
};
