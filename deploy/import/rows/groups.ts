import { plain } from '../reading/plain';
import type { GoodRow } from './row';

/**
 * Rows that may speak of one person, put together: they are sent one after the other, in the order of the file, so that the
 * second finds the first. Too large a group only costs time; a group too small could double a person.
 */
export function groupsOf(rows: readonly GoodRow[]): GoodRow[][] {
  const leaders = rows.map((_row, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leaders[root] !== root) root = leaders[root]!;
    for (let at = index; leaders[at] !== root;) [at, leaders[at]] = [leaders[at]!, root];
    return root;
  };
  const firstWith = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const key of sharedBy(row)) {
      const earlier = firstWith.get(key);
      if (earlier === undefined) firstWith.set(key, index);
      else {
        const [a, b] = [find(earlier), find(index)];
        // The earlier row leads, so that groups come out in the order of the file.
        leaders[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const groups = new Map<number, GoodRow[]>();
  rows.forEach((row, index) => {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), row]);
  });
  return [...groups.values()];
}

/** What two rows of one person have in common, whatever was mistyped in the rest. */
function sharedBy(row: GoodRow): string[] {
  const names = `${plain(row.lastName)} ${plain(row.firstName)}`.split(' ').sort().join(' ');
  const keys = [`names ${names}`];
  if (row.phone) keys.push(`phone ${row.phone}`);
  if (row.email) keys.push(`email ${row.email}`);
  if (row.birthDate) keys.push(`born ${row.birthDate}`);
  if (row.address && /\d/.test(row.address)) keys.push(`lives ${plain(row.address)}`);
  return keys;
}
