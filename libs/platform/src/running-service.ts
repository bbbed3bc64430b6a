import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from './logging/logger';

/** A service that listens. Not necessarily ready: it may still wait for its database. */
export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Resolves when it can serve, rejects when its start failed for good. */
  readonly ready: Promise<void>;
  /** Stops accepting, finishes what runs, then closes what it holds. Repeating it waits for the first. */
  stop(): Promise<void>;
}

/** Listens, or says in one sentence why it cannot. */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw new CannotListen(
        `Port ${port} is already taken: stop the other process, or set PORT to another one.`,
      );
    }
    if (code === 'EACCES')
      throw new CannotListen(`Port ${port} needs rights that this process has not: set PORT to another one.`);
    throw error;
  }
  const url = new URL(await app.getUrl());
  return `http://${url.hostname === '[::]' || url.hostname === '0.0.0.0' ? '127.0.0.1' : url.hostname}:${url.port}`;
}

export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** Development and tests stay on this machine; a container listens to its network. */
export function hostOf(env: { readonly HOST?: string; readonly NODE_ENV: string }): string {
  return env.HOST ?? (env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
}

/** Runs the steps in order, each even if an earlier one failed. */
export function stopInOrder(logger: Logger, steps: readonly (() => unknown)[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const run = async () => {
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        logger.error({ err: error }, 'something did not stop cleanly');
      }
    }
  };
  return () => (stopping ??= run());
}

const finishWithinMs = 5_000;

/**
 * Stops accepting, lets what runs finish, then closes. A browser's kept connection must not hold us up once its answer is sent,
 * nor a stream that never ends for more than 5 s.
 */
export async function closeHttp(app: NestFastifyApplication): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance();
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
