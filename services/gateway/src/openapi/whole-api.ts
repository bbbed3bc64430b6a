import type { Services } from '../services';
import { mergeDocuments, type ApiDocument } from './merge';

const FRESH_MS = 60_000;
/** A service that is starting is asked again soon. */
const INCOMPLETE_FRESH_MS = 2_000;

/** The merged description, kept a minute. A service that is down stays described as it last described itself. */
export class WholeApi {
  private readonly known = new Map<string, ApiDocument>();
  private merged: { document: Promise<ApiDocument>; until: number } | undefined;

  constructor(
    private readonly services: Services,
    private readonly now: () => number = Date.now,
  ) {}

  /** `own`: what the gateway answers itself, made of several services' answers. */
  document(own: ApiDocument = {}): Promise<ApiDocument> {
    if (this.merged && this.now() < this.merged.until) return this.merged.document;
    const merged = { document: this.read(own), until: this.now() + FRESH_MS };
    this.merged = merged;
    return merged.document;
  }

  private async read(own: ApiDocument): Promise<ApiDocument> {
    const answers = await Promise.all(this.services.names().map((name) => this.ask(name)));
    if (answers.includes(false) && this.merged) this.merged.until = this.now() + INCOMPLETE_FRESH_MS;
    const names = this.services.names();
    // In the order of the house, whichever answered first.
    const documents = names.flatMap((name) => {
      const document = this.known.get(name);
      return document ? [[name, document] as const] : [];
    });
    return mergeDocuments(
      new Map([...documents, ['gateway', own]]),
      names.filter((name) => !this.known.has(name)),
    );
  }

  private async ask(name: string): Promise<boolean> {
    try {
      const answer = await this.services.call(name, '/openapi.json', { timeoutMs: 3_000 });
      if (!answer.ok) return false;
      this.known.set(name, (await answer.json()) as ApiDocument);
      return true;
    } catch {
      return false;
    }
  }
}
