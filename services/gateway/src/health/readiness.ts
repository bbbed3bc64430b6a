import type { Dependency } from '@passerelle/platform';
import type { Services } from '../services';

/** The whole system is ready when every service says so itself. */
export async function readiness(services: Services): Promise<Record<string, Dependency>> {
  const states = await Promise.all(
    services.names().map(async (name) => [name, await ask(services, name)] as const),
  );
  return Object.fromEntries(states);
}

async function ask(services: Services, name: string): Promise<Dependency> {
  try {
    const answer = await services.call(name, '/health/ready', { timeoutMs: 2_000 });
    const text = await answer.text();
    return answer.ok
      ? { state: 'up' }
      : { state: 'starting', why: reason(text) ?? `answers ${answer.status}` };
  } catch (error) {
    const silent = error instanceof Error && error.name === 'TimeoutError';
    return { state: 'down', why: silent ? 'does not answer within 2 seconds' : 'cannot be reached' };
  }
}

/** Terminus lists what fails under `error`: the names are enough here, the service's own page has the rest. */
function reason(text: string): string | undefined {
  try {
    const failing = Object.keys((JSON.parse(text) as { error?: object }).error ?? {});
    return failing.length ? `not ready: ${failing.join(', ')}` : undefined;
  } catch {
    return undefined;
  }
}
