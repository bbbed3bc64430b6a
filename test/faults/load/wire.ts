import { Agent, request } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface Received {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Longer, and the agent presses the button again. */
const patienceMs = 5_000;

/** Connections to the gateway that stay open, as those of browsers do. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly url: URL) {}

  /** Rejects when there is no whole answer in time. */
  send({ method, path, headers, body }: Sent): Promise<Received> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.url;
      const asked = request(
        {
          ...{ hostname, port, method, path, agent: this.agent },
          headers: {
            ...headers,
            ...(text !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('close', () => {
            if (!answer.complete) reject(new Error('the answer was cut'));
          });
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, body: read(Buffer.concat(chunks).toString()) });
          });
        },
      );
      const timer = setTimeout(() => asked.destroy(new Error('no answer in time')), patienceMs);
      asked.on('close', () => clearTimeout(timer));
      asked.on('error', reject);
      asked.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function read(text: string): Received['body'] {
  try {
    return JSON.parse(text) as Received['body'];
  } catch {
    return {};
  }
}
