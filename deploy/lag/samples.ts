/** One line of Prometheus's text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?$/;
const label = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/** What `/metrics` answered; comments and lines of another shape say nothing. */
export function readSamples(text: string): Sample[] {
  return text.split('\n').flatMap((row) => {
    const [, name, labels = '', value] = line.exec(row.trim()) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ name, labels: labelsOf(labels), value: numberOf(value) }];
  });
}

function labelsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(label)].map(([, name, value]) => [
      name!,
      value!.replaceAll(/\\(.)/g, (whole, letter: string) => escapes[letter] ?? whole),
    ]),
  );
}

function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}

/** Of all samples of a name, or `undefined` where there is none. */
export function sumOf(samples: readonly Sample[], name: string): number | undefined {
  const found = samples.filter((sample) => sample.name === name);
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
}

/**
 * Of a histogram, whatever its other labels, as Prometheus's `histogram_quantile` has it: a straight line within the bucket,
 * and the last bound for what is beyond. `undefined` when nothing was observed.
 */
export function quantileOf(samples: readonly Sample[], histogram: string, share: number): number | undefined {
  const upTo = new Map<number, number>();
  for (const { name, labels, value } of samples) {
    if (name !== `${histogram}_bucket`) continue;
    const bound = numberOf(labels['le'] ?? '');
    upTo.set(bound, (upTo.get(bound) ?? 0) + value);
  }
  const buckets = [...upTo].sort(([a], [b]) => a - b);
  const wanted = (buckets.at(-1)?.[1] ?? 0) * share;
  if (wanted === 0) return undefined;
  const index = buckets.findIndex(([, count]) => count >= wanted);
  const [bound, count] = buckets[index]!;
  const [below, before] = buckets[index - 1] ?? [0, 0];
  if (bound === Number.POSITIVE_INFINITY) return below;
  return below + ((bound - below) * (wanted - before)) / (count - before);
}
