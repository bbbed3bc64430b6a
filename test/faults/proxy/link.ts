import { connect, createServer, type Server, type Socket } from 'node:net';
import { Lane } from './lane';
import type { Protocol, Seen } from './seen';

export interface Target {
  readonly port: number;
  /** A dead one is tried last. */
  readonly alive: () => boolean;
}

/** Looks at each message before it passes. `drop`: it does not, and its connection is cut. */
export type Tap = (seen: Seen) => 'pass' | 'drop';

export interface LinkOptions {
  /** `ccas-1 to MongoDB`. */
  readonly name: string;
  /** Whose link it is: `ccas-1`. */
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly targets: readonly Target[];
  readonly protocol: Protocol;
}

/** The only way from one process to a server: it passes everything on, until a fault strikes it. */
export class Link {
  private server?: Server;
  private readonly sockets = new Set<Socket>();
  private readonly taps = new Set<Tap>();
  private turn = 0;
  private delay = 0;
  private swallowing = false;

  constructor(readonly options: LinkOptions) {}

  get name(): string {
    return this.options.name;
  }

  async open(): Promise<void> {
    const server = createServer({ noDelay: true }, (client) => void this.join(client));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.options.port, '127.0.0.1', () => resolve());
    });
  }

  async close(): Promise<void> {
    this.refuse();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  /** RST on every connection. */
  reset(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Each way. */
  slow(ms: number): void {
    this.delay = ms;
  }

  /** Half-open: bytes vanish, nobody is told. */
  swallow(): void {
    this.swallowing = true;
  }

  /** Resets all and refuses new ones. */
  refuse(): void {
    this.server?.close();
    this.server = undefined;
    this.reset();
  }

  /** Lifts every fault. What lost bytes cannot go on. */
  async heal(): Promise<void> {
    this.delay = 0;
    if (this.swallowing) this.reset();
    this.swallowing = false;
    if (!this.server) await this.open();
  }

  /** Returns what takes it off again. */
  tap(tap: Tap): () => void {
    this.taps.add(tap);
    return () => this.taps.delete(tap);
  }

  private async join(client: Socket): Promise<void> {
    client.pause();
    this.keep(client);
    const server = await this.reach();
    if (!server || client.destroyed) {
      server?.destroy();
      client.resetAndDestroy();
      return;
    }
    this.keep(server);
    const { framing, reader } = this.options.protocol;
    const reading = reader();
    const sever = () => {
      client.destroy();
      server.destroy();
    };
    const shared = { delayMs: () => this.delay, swallows: () => this.swallowing, sever };
    new Lane({
      ...{ ...shared, from: client, to: server, framing: framing() },
      mayPass: (message) => this.mayPass(reading.request(message)),
    });
    new Lane({
      ...{ ...shared, from: server, to: client, framing: framing() },
      mayPass: (message) => this.mayPass(reading.answer(message)),
    });
    client.resume();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private mayPass(seen: Seen | undefined): boolean {
    if (!seen) return true;
    let passes = true;
    for (const tap of this.taps) if (tap(seen) === 'drop') passes = false;
    return passes;
  }

  /** Turn about among the living; a target that refuses is passed over. */
  private async reach(): Promise<Socket | undefined> {
    const { targets } = this.options;
    this.turn += 1;
    const inTurn = targets.map((_target, index) => targets[(index + this.turn) % targets.length]!);
    const [living, others] = [
      inTurn.filter((target) => target.alive()),
      inTurn.filter((target) => !target.alive()),
    ];
    for (const { port } of [...living, ...others]) {
      const socket = await connected(port);
      if (socket) return socket;
    }
    return undefined;
  }
}

function connected(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
