import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@passerelle/testing';
import { startProcess } from '../../../deploy/local/infrastructure/managed-process';
import type { Target } from '../proxy/link';
import { Supervised } from './supervised';

export interface InstanceOptions {
  readonly service: string;
  /** 1 or 2. */
  readonly number: number;
  readonly port: number;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Scripts that node loads before the service. */
  readonly preloads: readonly string[];
  readonly onOwnEnd: (how: string) => void;
}

const askEveryMs = 700;

/** One of a service's processes, as built, and whether it says that it is ready. */
export class Instance implements Target {
  readonly process: Supervised;
  /** When it last said so, on the monotonic clock. */
  readyAt = 0;
  /** What it said last when it was not. */
  whyNot = 'no answer';
  private lives = false;
  private asking = true;

  constructor(private readonly options: InstanceOptions) {
    const { service, folder, port, environment, preloads } = options;
    const main = join(workspaceRoot(), 'services', service, 'dist', 'main.js');
    if (!existsSync(main)) throw new Error(`services/${service} is not built: npm run build.`);
    const pidFile = join(folder, `${this.name}.pid`);
    this.process = new Supervised({
      ...{ name: this.name, pidFile, onOwnEnd: options.onOwnEnd },
      launch: async () =>
        startProcess({
          command: process.execPath,
          args: [...preloads.flatMap((file) => ['-r', file]), main, `--as=${folder}/${this.name}`],
          env: { PATH: process.env['PATH'], TZ: process.env['TZ'], ...environment, PORT: String(port) },
          logFile: join(folder, `${this.name}.log`),
          pidFile,
          mark: `${folder}/${this.name}`,
        }),
    });
  }

  get name(): string {
    return `${this.options.service}-${this.options.number}`;
  }

  get service(): string {
    return this.options.service;
  }

  get port(): number {
    return this.options.port;
  }

  alive(): boolean {
    return this.lives && this.process.up;
  }

  async start(): Promise<void> {
    await this.process.start();
    void this.keepAsking();
  }

  async stop(): Promise<void> {
    this.asking = false;
    await this.process.stop();
  }

  private async keepAsking(): Promise<void> {
    while (this.asking) {
      const answer = await this.ask();
      this.lives = answer !== undefined;
      // It may have been struck while it answered.
      if (answer === true && this.process.up) this.readyAt = performance.now();
      await new Promise((resolve) => setTimeout(resolve, askEveryMs).unref());
    }
  }

  /** Undefined: it does not answer at all. Asked directly, past the proxies. */
  private async ask(): Promise<boolean | undefined> {
    if (!this.process.up) return undefined;
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`, {
        signal: AbortSignal.timeout(2_500),
      });
      const said = await answer.text();
      if (!answer.ok) this.whyNot = said;
      return answer.ok;
    } catch {
      this.whyNot = 'no answer';
      return undefined;
    }
  }
}
