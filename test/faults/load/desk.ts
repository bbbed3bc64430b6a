import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadOptions } from '../types';
import { Wire, type Received } from './wire';
import type { Book } from './book';

export interface Asked {
  /** Left out by who has a signed link. */
  readonly role?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** After `/api/`. */
  readonly path: string;
  readonly body?: object;
}

export interface Answered extends Received {
  /** More than one: an earlier try may have gone through without its answer. */
  readonly tries: number;
}

/** One act of an agent, which appends one of these events when it succeeds. */
export interface Command extends Asked {
  readonly what: string;
  readonly service: string;
  readonly aggregate: string;
  readonly id: string;
  readonly events: readonly string[];
  /** The version that was read; an answer that is not beyond it changed nothing. */
  readonly version?: number;
  /** Types of the events of the aggregate, in order: asked when a repeated command is refused, since its first try may have done it. */
  readonly history?: string;
}

export type Outcome =
  | { readonly is: 'done'; readonly body: Received['body'] }
  | { readonly is: 'unchanged'; readonly body: Received['body'] }
  | { readonly is: 'refused'; readonly name: string };

/** No answer at all: the way is cut, a server is away or too slow. Asking again is safe. */
const unanswered = new Set([0, 502, 503, 504]);
/** Tokens live an hour. */
const tokenAgeMs = 20 * 60_000;
/** Once the load is stopped, how long a command may still wait for its answer. */
const lastPatienceMs = 60_000;

/** Where every simulated agent asks: again and again until there is an answer, under the same id and version. */
export class Desk {
  private readonly wire: Wire;
  private readonly tokens = new Map<string, { token: string; since: number }>();
  private stoppedAt?: number;

  constructor(
    private readonly options: LoadOptions,
    private readonly book: Book,
  ) {
    this.wire = new Wire(new URL(options.gatewayUrl));
  }

  stop(): void {
    this.stoppedAt = performance.now();
  }

  close(): void {
    this.wire.close();
  }

  async read<Answer>(role: string, path: string): Promise<Answer | undefined> {
    const { status, body } = await this.ask({ role, path, method: 'GET' });
    return status === 200 ? (body as Answer) : undefined;
  }

  async command(command: Command): Promise<Outcome> {
    const { version } = command;
    const { status, body, tries } = await this.ask(command);
    if (status >= 200 && status < 300) {
      if (version !== undefined && Number(body['version']) <= version) return { is: 'unchanged', body };
      this.book.accept(command);
      return { is: 'done', body };
    }
    const name = body['name'];
    if (typeof name !== 'string' || status >= 500) {
      this.book.wonder(`${command.what}: ${status} ${String(name ?? 'without a name')}`);
      return { is: 'refused', name: 'Unexpected' };
    }
    if (tries > 1 && (await this.wentThrough(command))) {
      this.book.accept(command);
      return { is: 'done', body: {} };
    }
    this.book.refuse(name);
    return { is: 'refused', name };
  }

  /** Nobody else acts on this aggregate meanwhile, so an event of that type after the version read is this command's. */
  private async wentThrough({ role, history, events, version = 0 }: Command): Promise<boolean> {
    if (history === undefined || role === undefined) return false;
    const told = await this.read<{ items: { type: string }[] }>(role, history);
    return told?.items.slice(version).some(({ type }) => events.includes(type)) ?? false;
  }

  private async ask({ role, method = 'POST', path, body }: Asked): Promise<Answered> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.once(role, method, path, body);
      if (answer.status === 401 && role !== undefined) this.tokens.delete(role);
      else if (!unanswered.has(answer.status)) return { ...answer, tries };
      if (this.isOver()) return { status: 0, body: { name: undefined }, tries };
      await sleep(Math.min(1_000, 50 * 2 ** Math.min(tries, 5)) * (0.5 + Math.random() / 2));
    }
  }

  private async once(
    role: string | undefined,
    method: string,
    path: string,
    body?: object,
  ): Promise<Received> {
    try {
      const headers = {
        'x-territory': this.options.territory,
        ...(role !== undefined && { authorization: `Bearer ${await this.tokenOf(role)}` }),
      };
      return await this.wire.send({ method, path: `/api/${path}`, headers, ...(body && { body }) });
    } catch {
      return { status: 0, body: {} };
    }
  }

  private async tokenOf(role: string): Promise<string> {
    const known = this.tokens.get(role);
    if (known && performance.now() - known.since < tokenAgeMs) return known.token;
    const token = await this.options.tokenFor(role);
    this.tokens.set(role, { token, since: performance.now() });
    return token;
  }

  private isOver(): boolean {
    return this.stoppedAt !== undefined && performance.now() - this.stoppedAt > lastPatienceMs;
  }
}
