/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: a code is read aloud on the phone. No vowels but A and E: it spells nothing. */
export const trackingAlphabet = '34679ACDEFGHJKMNPQRTWXY';
export const trackingCodeLength = 8;

/** `random(n)` gives a whole number from 0 to n - 1, and must be unpredictable: the code opens a family's page. */
export function drawTrackingCode(random: (below: number) => number): string {
  return Array.from(
    { length: trackingCodeLength },
    () => trackingAlphabet[random(trackingAlphabet.length)],
  ).join('');
}

/** « k7pm-4xhd » as `K7PM4XHD`; undefined when it cannot be a code. */
export function readTrackingCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const possible =
    code.length === trackingCodeLength && [...code].every((sign) => trackingAlphabet.includes(sign));
  return possible ? code : undefined;
}
