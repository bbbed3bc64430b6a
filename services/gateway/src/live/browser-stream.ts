import type { ServerResponse } from 'node:http';
import type { Told } from './recent';

/** A browser that reads slower than this is cut off: it comes back, and hears from us what it missed. */
const mostUnreadBytes = 65_536;
const retryMs = 2_000;

/** Server-sent events to one browser. Writing never waits. */
export class BrowserStream {
  constructor(private readonly response: ServerResponse) {
    response.write(`retry: ${retryMs}\n\n`);
  }

  tell({ id, hint }: Told): void {
    const event = hint
      ? `event: changed\ndata: ${JSON.stringify({ ...hint, at: hint.at.toISOString() })}`
      : 'event: again\ndata: {}';
    this.write(`id: ${id}\n${event}\n\n`);
  }

  /** Shows proxies and the browser that the line holds, and moves the browser's place on even when nothing concerns it. */
  beat(lastId: string): void {
    this.write(`: beat\nid: ${lastId}\n\n`);
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.destroyed || this.response.writableEnded) return;
    this.response.write(text);
    if (this.response.writableLength > mostUnreadBytes) this.response.destroy();
  }
}
