import type { Framing } from './framing';

/** What the proxy recognises in a message that it is about to pass on. */
export interface Seen {
  readonly way: 'request' | 'answer';
  /** `commitTransaction`, `Produce`, `mail taken`. */
  readonly what: string;
  /** MongoDB's collection, where the command names one. */
  readonly collection?: string;
  /** MongoDB's session and transaction number; read when asked for, since it costs a decoding. */
  readonly transaction?: () => string | undefined;
}

/** Reads the messages of one connection, both ways, and remembers what an answer answers. */
export interface Reader {
  request(message: Buffer): Seen | undefined;
  answer(message: Buffer): Seen | undefined;
}

/** How one protocol is cut and read; each connection has its own. */
export interface Protocol {
  readonly framing: () => Framing;
  readonly reader: () => Reader;
}
