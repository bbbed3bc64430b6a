import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames } from './services';
import type { EventContract } from '@passerelle/contracts';

/** One line of a service's table of reactions. */
export interface ReactionRow {
  readonly service: string;
  readonly name: string;
  readonly type: string;
  readonly version: number;
  readonly from: string;
}

interface DeclaredReaction {
  readonly name: string;
  readonly on: EventContract | readonly EventContract[];
  readonly from: string;
}

/** Every reaction of every service, read from `src/application/reactions.ts`. */
export async function readReactions(root: string): Promise<ReactionRow[]> {
  const rows: ReactionRow[] = [];
  for (const service of serviceNames(root)) {
    const file = join(root, 'services', service, 'src/application/reactions.ts');
    if (existsSync(file))
      rows.push(...rowsOf(service, file, (await import(file)) as { reactions?: unknown }));
  }
  return rows;
}

function rowsOf(service: string, file: string, { reactions }: { reactions?: unknown }): ReactionRow[] {
  if (reactions === undefined) throw new Error(`${file} must export \`reactions\``);
  const table =
    typeof reactions === 'function' ? (reactions as (...ports: unknown[]) => unknown)(anything()) : reactions;
  return (table as DeclaredReaction[]).flatMap(({ name, on, from }) =>
    (Array.isArray(on) ? (on as EventContract[]) : [on as EventContract]).map(({ type, version }) => ({
      service,
      name,
      type,
      version,
      from,
    })),
  );
}

/** Stands for the stores that a table is made with: any property, any call, never used. */
function anything(): unknown {
  return new Proxy(() => undefined, {
    get: (_target, name) => (name === Symbol.iterator ? () => [][Symbol.iterator]() : anything()),
    apply: () => anything(),
    construct: () => anything() as object,
  });
}
