import { parisDay } from '@passerelle/calendar';
import { v5 as uuidv5 } from 'uuid';
import { partners, permanences, places } from './territory';

export interface SeedOptions {
  readonly gatewayUrl: string;
  readonly tokenFor: (account: string) => Promise<string>;
  /** In the services' time: a moved development clock counts. */
  readonly now: Date;
}

const namespace = '6a1c5b0e-7e55-4a58-9a39-2f2f0a4d9161';
const idOf = (kind: string, key: string) => uuidv5(`91645 ${kind} ${key}`, namespace);

/** Through the public API, with ids that never change: what is there already stays as people left it. */
export async function seedDemo({ gatewayUrl, tokenFor, now }: SeedOptions): Promise<void> {
  const api = clientOf(gatewayUrl, await tokenFor('nadia.lemoine'));
  await addMissing(api, '/api/directory/partners', partners, ({ key, ...partner }) => ({
    id: idOf('partner', key),
    ...partner,
  }));
  await addMissing(api, '/api/legal-access/places', places, ({ key, ...place }) => ({
    id: idOf('place', key),
    ...place,
  }));
  await addMissing(api, '/api/legal-access/permanences', permanences, ({ key, place, ...permanence }) => ({
    id: idOf('permanence', key),
    placeId: idOf('place', place),
    from: parisDay(now),
    ...permanence,
  }));
}

type Client = ReturnType<typeof clientOf>;

async function addMissing<Row>(
  api: Client,
  path: string,
  rows: readonly Row[],
  bodyOf: (row: Row) => { id: string },
): Promise<void> {
  const { items } = (await api.get(path)) as { items: { id: string }[] };
  const known = new Set(items.map(({ id }) => id));
  for (const body of rows.map(bodyOf)) if (!known.has(body.id)) await api.post(path, body);
}

function clientOf(gatewayUrl: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${gatewayUrl}${path}`, { ...init, headers });
    if (answer.ok) return answer;
    throw new Error(
      `The demo territory could not be made: ${path} answered ${answer.status} ${await answer.text()}`,
    );
  };
  return {
    get: async (path: string): Promise<unknown> => (await call(path)).json(),
    post: (path: string, body: object) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
