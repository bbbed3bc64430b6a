import { AbilityBuilder, createMongoAbility, subject as asSubject, type MongoAbility } from '@casl/ability';
import { groupings } from './groupings';
import { rights, roles as allRoles, type Role } from './table';

export interface Rights {
  may(action: string, subject: string, territory: string): boolean;
}

const remembered = new Map<string, Rights>();
const mostRemembered = 500;

/** What these roles may do in these territories. Kept by roles and territories: agents of one team share it. */
export function rightsOf(roles: readonly Role[], territories: readonly string[]): Rights {
  const key = `${[...roles].sort().join()}|${[...territories].sort().join()}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const made = build(roles, territories);
  remembered.set(key, made);
  return made;
}

function build(roles: readonly Role[], territories: readonly string[]): Rights {
  const { can, build: ability } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const [action, subject, allowed] of rights) {
    if (allowed.some((role) => roles.includes(role))) {
      can(action, subject, { territory: { $in: [...territories] } });
    }
  }
  const built = ability();
  return {
    may: (action, subject, territory) => built.can(action, asSubject(subject, { territory }) as never),
  };
}

/** One row of the table. */
export interface Act {
  readonly act: string;
  readonly subject: string;
}

/** Every act that these roles allow in the territories of their holder: what a console shows, the services decide. */
export function allowedActs(held: readonly Role[]): Act[] {
  const here = '00000';
  const { may } = rightsOf(held, [here]);
  return rights
    .filter(([act, subject]) => may(act, subject, here))
    .map(([act, subject]) => ({ act, subject }));
}

export function isRole(word: string): word is Role {
  return (allRoles as readonly string[]).includes(word);
}

export function hasRow(action: string, subject: string): boolean {
  return rights.some(([rowAction, rowSubject]) => rowAction === action && rowSubject === subject);
}

/** Whether rights on these territories reach this one at this time: itself, or a grouping that it is a member of. */
export function coveredBy(territories: readonly string[], territory: string, at: Date): boolean {
  if (territories.includes(territory)) return true;
  const day = at.toISOString().slice(0, 10);
  return groupings.some(
    ({ siren, communes, from, until }) =>
      territories.includes(siren) &&
      communes.includes(territory) &&
      from <= day &&
      (until === undefined || day < until),
  );
}
