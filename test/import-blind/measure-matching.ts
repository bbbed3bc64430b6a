import { checkRow } from '../../deploy/import/rows/check-row';
import { groupsOf } from '../../deploy/import/rows/groups';
import { isBad, type GoodRow } from '../../deploy/import/rows/row';
import { chooseMatch } from '../../services/people/src/domain/choose-match';
import { identityOf, type Identity } from '../../services/people/src/domain/identity';
import { matchKeys } from '../../services/people/src/domain/lookup-keys';
import { compareIdentities } from '../../services/people/src/domain/match-identity';
import type { BlindRow } from './people';

const columns = {
  lastName: 0,
  firstName: 1,
  birthDate: 2,
  phone: 3,
  email: 4,
  address: 5,
  need: 6,
  contactDate: 7,
};

function cellsOf(row: BlindRow): string[] {
  const { surname, givenName, birth = '', phone = '', mail = '', address } = row;
  return [surname, givenName, birth, phone, mail, address, 'divorce', '12/10/2026'];
}

function read(row: BlindRow, line: number): GoodRow {
  const cells = cellsOf(row);
  const checked = checkRow({ line, cells }, { columns, width: cells.length, today: '2026-11-24' });
  if (isBad(checked)) throw new Error(`Line ${line} cannot be read: ${checked.reason}`);
  return checked;
}

function identityIn(row: GoodRow): Identity {
  return identityOf({
    ...row,
    phones: row.phone ? [row.phone] : [],
    mails: row.email ? [row.email] : [],
  });
}

export interface MatchingFigures {
  readonly rows: number;
  readonly people: number;
  readonly files: number;
  /** Files that hold the rows of several people. */
  readonly wrong: readonly string[];
  /** Rows that made a second file for a person already in, of which `shown` as a look-alike of the right person. */
  readonly missed: readonly string[];
  readonly shown: number;
  readonly doubtful: number;
}

/** What the import does with rows: its own reading and order, then the keys and rules of people. */
export function measureMatching(rows: readonly BlindRow[]): MatchingFigures {
  const truthOf = (row: GoodRow) => rows[row.line]?.person ?? -1;
  const files: { identity: Identity; written: GoodRow[] }[] = [];
  const byKey = new Map<string, number[]>();
  const missed: string[] = [];
  const holds = (file: number, person: number) =>
    files[file]?.written.some((row) => truthOf(row) === person) ?? false;
  let shown = 0;
  let doubtful = 0;
  for (const row of groupsOf(rows.map(read)).flat()) {
    const identity = identityIn(row);
    const near = new Set(matchKeys(identity).flatMap((key) => byKey.get(key) ?? []));
    const choice = chooseMatch(
      [...near].map((file) => ({
        personId: String(file),
        comparison: compareIdentities(identity, files[file]?.identity as Identity),
      })),
    );
    if (choice.verdict === 'same') files[Number(choice.personId)]?.written.push(row);
    else {
      if (choice.verdict === 'doubtful') doubtful += 1;
      if (files.some((_file, at) => holds(at, truthOf(row)))) {
        const wasShown = choice.candidates.some((one) => holds(Number(one.personId), truthOf(row)));
        if (wasShown) shown += 1;
        missed.push(
          `${wasShown ? 'shown' : 'LOST'} ${cellsOf(rows[row.line] as BlindRow)
            .slice(0, 6)
            .join(' ; ')}`,
        );
      }
      for (const key of matchKeys(identity)) byKey.set(key, [...(byKey.get(key) ?? []), files.length]);
      files.push({ identity, written: [row] });
    }
  }
  const wrong = files
    .filter(({ written }) => new Set(written.map(truthOf)).size > 1)
    .map(({ written }) =>
      written
        .map((row) =>
          cellsOf(rows[row.line] as BlindRow)
            .slice(0, 6)
            .join(' ; '),
        )
        .join('\n  | '),
    );
  const people = new Set(rows.map((row) => row.person)).size;
  return { rows: rows.length, people, files: files.length, wrong, missed, shown, doubtful };
}
