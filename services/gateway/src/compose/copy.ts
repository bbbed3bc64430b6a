import type { Problem } from '@passerelle/platform';
import { problem } from '@passerelle/platform';
import { serviceDown } from '../problem';
import type { Asked } from './ask-each';
import { isProblem, type Reader } from './composer';

/** Everything that the town's services hold about one person, in one document (RGPD, article 15). */
export interface CopyOfData {
  readonly id: string;
  readonly personId: string;
  /** Every id that the person has had. */
  readonly ids: readonly string[];
  readonly madeAt: string;
  readonly town: string;
  /** False when a service did not answer: then this is not all. */
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly services: readonly {
    readonly service: string;
    readonly title: string;
    readonly parts: readonly Part[];
  }[];
}

/** As services answer it; instants are ISO texts by now. */
export interface Part {
  readonly title: string;
  readonly because?: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly at?: string;
    readonly facts: readonly { readonly label?: string; readonly at?: string; readonly value: string }[];
  }[];
}

interface Files {
  readonly keptId: string;
  readonly ids: readonly string[];
}

/** The directory journals the copy before any service is asked: what is not journaled is not shown. */
export async function gatherCopy(
  reader: Reader,
  asked: { readonly copyId: string; readonly personId: string; readonly town: string; readonly now: Date },
): Promise<CopyOfData | Problem> {
  const files = bodyOf(await reader.one<Files>('people', `/persons/${asked.personId}/files`));
  if (isProblem(files)) return files;
  const { keptId, ids } = files;
  const journaled = bodyOf(
    await reader.one<object>('people', `/persons/${keptId}/copies`, { id: asked.copyId }),
  );
  if (isProblem(journaled)) return journaled;
  const also = ids.filter((id) => id !== keptId).join(',');
  const path = `/persons/${keptId}/held${also === '' ? '' : `?also=${encodeURIComponent(also)}`}`;
  const held = await reader.each<{ parts: readonly Part[] }>(path);
  if (isProblem(held)) return held;
  // A service that says no is missing too: an older build, or one that asks for another right.
  const missing = held.filter(({ state }) => state !== 'answered').map(({ title }) => title);
  return {
    ...{ id: asked.copyId, personId: keptId, ids, madeAt: asked.now.toISOString(), town: asked.town },
    ...{ complete: missing.length === 0, missing },
    services: held.flatMap((one) =>
      one.state === 'answered' && one.body.parts.length > 0
        ? [{ service: one.service, title: one.title, parts: one.body.parts }]
        : [],
    ),
  };
}

function bodyOf<Body extends object>(asked: Asked<Body>): Body | Problem {
  switch (asked.state) {
    case 'answered':
      return asked.body;
    case 'refused':
      return problem(asked.problem.status, asked.problem.name, asked.problem.detail);
    case 'away':
      return serviceDown(asked.service);
  }
}
