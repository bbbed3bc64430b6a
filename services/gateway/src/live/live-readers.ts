import type { Hint } from '@passerelle/messaging';
import type { BrowserStream } from './browser-stream';
import { mayHear, type Reading } from './readable-topics';
import { Recent, type Told } from './recent';

export interface LiveReader extends Reading {
  readonly sessionId: string;
  readonly stream: Pick<BrowserStream, 'tell' | 'beat' | 'end'>;
}

/** Hints are told together after so long: an import is hundreds a second, and a browser asks once for all of them. */
const gatheredMs = 50;
/** Beyond this, "ask everything anew" says it in one line. */
const mostTogether = 300;
const mostRemembered = 1_000;
const mostStreamsOfASession = 20;
const beatMs = 15_000;

/** Every browser that listens to this process. Each is told what its reader may know, in the order in which it was heard. */
export class LiveReaders {
  private readonly readers = new Set<LiveReader>();
  private readonly recent: Recent;
  private gathered = new Map<string, Hint>();
  private gathering: NodeJS.Timeout | undefined;
  private readonly beating: NodeJS.Timeout;

  constructor(processId: string) {
    this.recent = new Recent(processId, mostRemembered);
    this.beating = setInterval(() => this.beat(), beatMs).unref();
  }

  get count(): number {
    return this.readers.size;
  }

  /** `lastId`: the last thing that this browser was told, on an earlier line. Returns how to take leave. */
  join(reader: LiveReader, lastId: string | undefined): () => void {
    const ofTheSession = [...this.readers].filter(({ sessionId }) => sessionId === reader.sessionId);
    if (ofTheSession.length >= mostStreamsOfASession) this.dismiss(ofTheSession[0]!);
    const missed = lastId === undefined ? [] : this.recent.after(lastId);
    if (missed) for (const told of missed) tell(reader, told, new Date());
    else reader.stream.tell({ id: this.recent.lastId });
    reader.stream.beat(this.recent.lastId);
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  hear(hints: readonly Hint[]): void {
    for (const hint of hints) this.gathered.set(`${hint.topic} ${hint.type} ${hint.key}`, hint);
    this.gathering ??= setTimeout(() => this.tellGathered(), gatheredMs);
  }

  /** Nobody knows what was missed. */
  again(): void {
    this.tellAll(this.recent.add());
  }

  endSession(id: string): void {
    for (const reader of this.readers) if (reader.sessionId === id) this.dismiss(reader);
  }

  close(): void {
    clearTimeout(this.gathering);
    clearInterval(this.beating);
    for (const reader of this.readers) this.dismiss(reader);
  }

  private tellGathered(): void {
    const hints = [...this.gathered.values()];
    this.gathered = new Map();
    this.gathering = undefined;
    if (hints.length > mostTogether) return this.again();
    for (const hint of hints) this.tellAll(this.recent.add(hint));
  }

  private tellAll(told: Told): void {
    const now = new Date();
    for (const reader of this.readers) tell(reader, told, now);
  }

  private beat(): void {
    for (const { stream } of this.readers) stream.beat(this.recent.lastId);
  }

  private dismiss(reader: LiveReader): void {
    this.readers.delete(reader);
    reader.stream.end();
  }
}

function tell(reader: LiveReader, told: Told, now: Date): void {
  if (!told.hint || mayHear(reader, told.hint, now)) reader.stream.tell(told);
}
