import type { JournalEntry } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Dose } from './doses';

/** What the listener's database says became of each dose, by the dose's number; read apart from the code under test. */
export interface Found {
  readonly parked: ReadonlyMap<number, string>;
  readonly accepted: ReadonlySet<number>;
  readonly refused: ReadonlySet<number>;
}

export async function findDoses(connection: Connection, doses: readonly Dose[]): Promise<Found> {
  const byEvent = new Map(doses.map((dose) => [String(dose.headers['ce_id']), dose.number]));
  const parked = new Map<number, string>();
  const db = connection.db!;
  for await (const document of db.collection('parked').find({}, { projection: { 'raw.value': 0 } })) {
    const fuzz = document['raw']?.headers?.fuzz as string | undefined;
    const number = fuzz === undefined ? byEvent.get(document['event']?.id as string) : Number(fuzz);
    if (number === undefined || parked.has(number))
      throw new Error(`parked, and not ours: ${String(document._id)}`);
    parked.set(number, document['reason'] as string);
  }
  const accepted = new Set<number>();
  const refused = new Set<number>();
  for await (const { type, causationId } of db.collection<JournalEntry>('journal').find()) {
    const number = byEvent.get(causationId);
    // Replays carry the id of a real event, whose effect is the real one's.
    if (number === undefined || doses[number]!.follows?.what === 'real') continue;
    const fate = type === 'Noted' ? accepted : refused;
    if (fate.has(number)) throw new Error(`dose ${number} was told twice`);
    fate.add(number);
  }
  return { parked, accepted, refused };
}

/** One line for each dose that met another fate than its own. */
export function surprises(doses: readonly Dose[], found: Found): string[] {
  return doses.flatMap(({ number, fate, kind }) => {
    const met = fateOf(number, found);
    const wanted = fate === 'seen' || fate === 'skipped' ? 'nothing' : fate;
    return met === wanted ? [] : [`${number} ${kind}: ${wanted} wanted, ${met} found`];
  });
}

function fateOf(number: number, { parked, accepted, refused }: Found): string {
  const fates = [
    ...(parked.has(number) ? [parked.get(number)!] : []),
    ...(accepted.has(number) ? ['accepted'] : []),
    ...(refused.has(number) ? ['refused'] : []),
  ];
  return fates.join(' and ') || 'nothing';
}
