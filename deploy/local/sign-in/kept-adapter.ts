import { readFileSync } from 'node:fs';
import { writeJson } from '../kept-json';

type Payload = Record<string, unknown> & {
  grantId?: string;
  uid?: string;
  userCode?: string;
  consumed?: number;
};
interface Entry {
  payload: Payload;
  /** Milliseconds since the epoch; absent for what never expires. */
  expiresAt?: number;
}

/**
 * Where oidc-provider keeps sessions, grants and codes: memory, written to a file soon after each change, so that
 * agents stay signed in when the stack restarts. Fit for one development process, no more.
 */
export function keptAdapter(file: string) {
  const entries = new Map<string, Entry>(stored(file));
  let pending: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(pending);
    pending = undefined;
    const now = Date.now();
    for (const [key, entry] of entries) if ((entry.expiresAt ?? Infinity) <= now) entries.delete(key);
    writeJson(file, [...entries]);
  };
  const changed = () => (pending ??= setTimeout(save, 500).unref());
  const live = (entry: Entry | undefined) =>
    entry && (entry.expiresAt ?? Infinity) > Date.now() ? entry.payload : undefined;
  const findWhere = (model: string, matches: (payload: Payload) => boolean) =>
    [...entries].find(([key, entry]) => key.startsWith(`${model}:`) && matches(entry.payload))?.[1];

  const adapter = (model: string) => ({
    upsert: async (id: string, payload: Payload, expiresIn?: number) => {
      entries.set(`${model}:${id}`, {
        payload,
        expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : undefined,
      });
      changed();
    },
    find: async (id: string) => live(entries.get(`${model}:${id}`)),
    findByUid: async (uid: string) => live(findWhere(model, (payload) => payload.uid === uid)),
    findByUserCode: async (code: string) => live(findWhere(model, (payload) => payload.userCode === code)),
    consume: async (id: string) => {
      const entry = entries.get(`${model}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      changed();
    },
    destroy: async (id: string) => {
      entries.delete(`${model}:${id}`);
      changed();
    },
    revokeByGrantId: async (grantId: string) => {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key);
      changed();
    },
  });
  return { adapter, save };
}

function stored(file: string): [string, Entry][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][];
  } catch {
    return [];
  }
}
