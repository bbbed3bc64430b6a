import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../house/house';

interface Listed {
  readonly items: readonly { readonly _id: string }[];
  readonly total: number;
}

/** Replays what a service has parked, by the administrator's own route, until nothing is left or the time is over. */
export async function emptyTheLot(house: House, service: string, withinMs: number): Promise<void> {
  const lot = `${house.gatewayUrl}/api/${service}/parked`;
  const headers = { authorization: `Bearer ${await house.tokenFor('administrator')}` };
  const deadline = performance.now() + withinMs;
  for (let calm = 0; calm < 2 && performance.now() < deadline; await sleep(500)) {
    const listed = await ask<Listed>(lot, { headers });
    // Twice empty: the event that killed its reader is parked when it comes again.
    calm = listed?.total === 0 ? calm + 1 : 0;
    for (const { _id } of listed?.items ?? []) {
      await ask(`${lot}/${encodeURIComponent(_id)}/replay`, { headers, method: 'POST' });
    }
  }
}

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer | undefined> {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(5_000) });
    const text = await answer.text();
    return answer.ok ? (JSON.parse(text) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
