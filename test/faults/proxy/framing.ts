/** Cuts a stream into whole messages; what is not whole yet waits for the next chunk. */
export interface Framing {
  push(chunk: Buffer): Buffer[];
}

/** A message larger than this is no message: the stream was read from a wrong beginning. */
const largest = 128 * 1024 * 1024;

/** `lengthOf` reads the whole length of the message that begins at 0 of at least `header` bytes. */
export function lengthPrefixed(header: number, lengthOf: (bytes: Buffer) => number): Framing {
  let rest: Buffer[] = [];
  let size = 0;
  let wanted = header;
  return {
    push(chunk) {
      rest.push(chunk);
      size += chunk.length;
      // A large message comes in many chunks: they are joined once, when it is whole.
      if (size < wanted) return [];
      let bytes = rest.length === 1 ? chunk : Buffer.concat(rest, size);
      const frames: Buffer[] = [];
      for (wanted = header; bytes.length >= header; wanted = header) {
        wanted = lengthOf(bytes);
        if (wanted < header || wanted > largest) throw new Error(`a message of ${wanted} bytes`);
        if (bytes.length < wanted) break;
        frames.push(bytes.subarray(0, wanted));
        bytes = bytes.subarray(wanted);
      }
      rest = bytes.length > 0 ? [bytes] : [];
      size = bytes.length;
      return frames;
    },
  };
}

/** MongoDB's wire protocol: a little-endian length that counts itself. */
export const mongoFraming = () => lengthPrefixed(16, (bytes) => bytes.readInt32LE(0));

/** Kafka's protocol: a big-endian length that does not count itself. */
export const kafkaFraming = () => lengthPrefixed(8, (bytes) => bytes.readInt32BE(0) + 4);

/** SMTP: lines, each with its end. */
export function lineFraming(): Framing {
  let rest = Buffer.alloc(0);
  return {
    push(chunk) {
      const bytes = Buffer.concat([rest, chunk]);
      const lines: Buffer[] = [];
      let start = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        lines.push(bytes.subarray(start, end + 1));
        start = end + 1;
      }
      rest = bytes.subarray(start);
      return lines;
    },
  };
}

/** HTTP is not looked into: a chunk is a message. */
export const noFraming = (): Framing => ({ push: (chunk) => [chunk] });
