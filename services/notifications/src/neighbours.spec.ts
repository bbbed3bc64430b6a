import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For tests: `people` and `directory` as this service meets them, over HTTP, with the token checked for its scope only. */
export class Neighbours {
  readonly answers = new Map<string, object>();
  down = false;
  asked = 0;
  private server: Server | undefined;
  url = '';

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      this.asked += 1;
      const answer = this.answers.get(request.url ?? '');
      const status = this.down ? 503 : !isMachine(request.headers.authorization) ? 403 : answer ? 200 : 404;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }
  stop(): Promise<void> {
    this.server?.closeAllConnections();
    return new Promise((resolve) => this.server?.close(() => resolve()));
  }
}

function isMachine(authorization = ''): boolean {
  const payload = authorization.split('.')[1] ?? '';
  return Buffer.from(payload, 'base64url').toString().includes('contact-points:read');
}
