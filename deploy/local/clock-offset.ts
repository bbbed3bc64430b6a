import { readFileSync } from 'node:fs';

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;

/** Milliseconds in `+11d`, `+3h`, `+1d12h`…; undefined for what is not such a length. */
export function forwardMs(text: string): number | undefined {
  const lengths = /^\+((?:\d{1,5}[dhms])+)$/.exec(text)?.[1]?.match(/\d+[dhms]/g);
  return lengths?.reduce(
    (sum, length) => sum + Number(length.slice(0, -1)) * unitMs[length.slice(-1) as keyof typeof unitMs],
    0,
  );
}

/** `11 d 3 h`, for a person. */
export function spelled(offsetMs: number): string {
  let left = offsetMs;
  const parts = Object.entries(unitMs).flatMap(([unit, length]) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count ? [`${count} ${unit}`] : [];
  });
  return parts.join(' ') || '0 s';
}

/** Milliseconds that the services' time is ahead of the real one; 0 without the file. */
export function offsetIn(file: string): number {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: number }).offsetMs;
  } catch {
    return 0;
  }
}
