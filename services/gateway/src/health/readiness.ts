import type { Services } from '../services';

export type ServiceState = { readonly status: 'up' } | { readonly status: 'down'; readonly why: string };

export interface Readiness {
  readonly status: 'ok' | 'error';
  readonly services: Readonly<Record<string, ServiceState>>;
}

/** The whole system is ready when every service says so itself. */
export async function readiness(services: Services): Promise<Readiness> {
  const states = await Promise.all(
    services.names().map(async (name) => [name, await ask(services, name)] as const),
  );
  return {
    status: states.every(([, state]) => state.status === 'up') ? 'ok' : 'error',
    services: Object.fromEntries(states),
  };
}

async function ask(services: Services, name: string): Promise<ServiceState> {
  try {
    const answer = await services.call(name, '/health/ready', { timeoutMs: 2_000 });
    const text = await answer.text();
    return answer.ok ? { status: 'up' } : { status: 'down', why: reason(text) ?? `answers ${answer.status}` };
  } catch (error) {
    return {
      status: 'down',
      why: error instanceof Error && error.name === 'TimeoutError' ? 'silent' : 'unreachable',
    };
  }
}

/** Terminus lists what fails under `error`: the names are enough here, the service's own page has the rest. */
function reason(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as { error?: Record<string, unknown> };
    const failing = Object.keys(body.error ?? {});
    return failing.length ? `${failing.join(', ')} not ready` : undefined;
  } catch {
    return undefined;
  }
}
