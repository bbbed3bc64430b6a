import { isRefusal, refuse, type Refusal } from '@passerelle/domain-kit';
import type { Cause, Loaded, UnitOfWork } from '@passerelle/messaging';
import type { Person } from '../domain/person';
import type { Ports } from './ports';

const noSuchFile = refuse('UnknownPerson', 'La fiche à garder n’existe pas dans l’annuaire.', 'into');

/**
 * Treats a file as another one from now on; both keep their ids and their contents, so that it can be undone.
 * The kept file is written too: merges that cross each other conflict, and none can close a loop.
 */
export function mergePerson(
  unitOfWork: UnitOfWork,
  ports: Ports,
  cause: Cause,
  merge: { readonly id: string; readonly into: string; readonly version: number },
): Promise<Loaded<Person> | Refusal> {
  const { id, into, version } = merge;
  return unitOfWork.run(cause, async (tx) => {
    const kept = (await ports.merges.keptOf([into], tx)).get(into);
    // The same answer for a file of another town: its existence is not ours to tell.
    if (kept?.territory !== tx.territory) return noSuchFile;
    const keptId = kept.id;
    const command = { type: 'MergePerson', personId: id, keptId } as const;
    const merged = await ports.persons.decide(tx, id, command, { expectedVersion: version });
    if (isRefusal(merged) || merged.version === version) return merged;
    const because = { ...tx, causationId: merged.lastEventId ?? tx.causationId };
    const absorbed = await ports.persons.decide(because, keptId, {
      type: 'AbsorbDuplicate',
      duplicateId: id,
    });
    if (isRefusal(absorbed)) return absorbed;
    await ports.lookup.keep(tx, [id, ...(await ports.merges.duplicatesOf(id, tx))], keptId);
    return merged;
  });
}

/** The two are different people again; who was merged into this file stays with it. */
export function unmergePerson(
  unitOfWork: UnitOfWork,
  ports: Ports,
  cause: Cause,
  id: string,
  version: number,
): Promise<Loaded<Person> | Refusal> {
  return unitOfWork.run(cause, async (tx) => {
    const before = await ports.persons.load(tx, id);
    const unmerged = await ports.persons.decide(
      tx,
      id,
      { type: 'UnmergePerson' },
      { expectedVersion: version },
    );
    if (isRefusal(unmerged) || before.state.status !== 'merged') return unmerged;
    const because = { ...tx, causationId: unmerged.lastEventId ?? tx.causationId };
    const command = { type: 'ReleaseDuplicate', duplicateId: id } as const;
    const released = await ports.persons.decide(because, before.state.into, command);
    if (isRefusal(released)) return released;
    await ports.lookup.keep(tx, [id, ...(await ports.merges.duplicatesOf(id, tx))], id);
    return unmerged;
  });
}
