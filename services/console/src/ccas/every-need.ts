import type { Need, NeedList } from '../api/answers/needs';
import { read } from '../api/client';

const atOnce = 500;

/** Exactly what these filters find, all its pages. */
export async function everyNeed(asked: Readonly<Record<string, string | undefined>>): Promise<Need[]> {
  const needs = new Map<string, Need>();
  for (let offset = 0; ; offset += atOnce) {
    const { items } = await read<NeedList>('/api/ccas/needs', { query: { ...asked, limit: atOnce, offset } });
    for (const need of items) needs.set(need.id, need);
    if (items.length < atOnce) break;
  }
  return [...needs.values()];
}
