import type { CookieBrowser } from '@passerelle/testing';

export interface Heard {
  readonly event: string;
  readonly data: Record<string, unknown>;
  readonly at: number;
}

/** An EventSource, as far as the tests need one. */
export class Line {
  readonly heard: Heard[] = [];
  /** What a browser would send back as Last-Event-ID. */
  lastId = '';
  ended = false;
  private readonly stopping = new AbortController();

  static async open(browser: CookieBrowser, gateway: string, lastId?: string): Promise<Line> {
    const line = new Line();
    const answer = await browser.go(`${gateway}/live`, {
      headers: { accept: 'text/event-stream', ...(lastId !== undefined && { 'last-event-id': lastId }) },
      signal: line.stopping.signal,
    });
    if (answer.status !== 200) throw new Error(`/live answered ${answer.status} ${await answer.text()}`);
    void line.read(answer.body!);
    return line;
  }

  close(): void {
    this.stopping.abort();
  }

  about(topic: string): Heard[] {
    return this.heard.filter(({ event, data }) => event === 'changed' && data['topic'] === topic);
  }

  get agains(): number {
    return this.heard.filter(({ event }) => event === 'again').length;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body) {
        text += Buffer.from(chunk).toString('utf8');
        const parts = text.split('\n\n');
        text = parts.pop()!;
        for (const part of parts) this.take(part);
      }
    } catch {
      // Cut, by us or by the gateway.
    }
    this.ended = true;
  }

  private take(part: string): void {
    const field = (name: string) =>
      part
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    this.lastId = field('id') ?? this.lastId;
    const [event, data] = [field('event'), field('data')];
    if (event === undefined || data === undefined) return;
    this.heard.push({ event, data: JSON.parse(data) as Record<string, unknown>, at: performance.now() });
  }
}
