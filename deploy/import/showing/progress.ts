import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  tick(): void;
  stop(): void;
}

const EVERY_MS = 3_000;

/** A bar for a person, a line now and then for a log. */
export function startProgress(total: number, out: NodeJS.WriteStream): Progress {
  return out.isTTY ? bar(total, out) : lines(total, out);
}

function bar(total: number, stream: NodeJS.WriteStream): Progress {
  const started = performance.now();
  let done = 0;
  const shown = new SingleBar(
    {
      stream,
      format: '{bar} {percentage} % · {value} / {total} lignes · {rate} lignes/s · encore {eta_formatted}',
      hideCursor: true,
      etaBuffer: 200,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  shown.start(total, 0, { rate: 0 });
  return {
    tick: () => shown.update(++done, { rate: rateOf(done, started) }),
    stop: () => shown.stop(),
  };
}

function lines(total: number, out: NodeJS.WriteStream): Progress {
  const started = performance.now();
  let done = 0;
  const say = () => out.write(`${done} / ${total} lignes · ${rateOf(done, started)} lignes/s\n`);
  const timer = setInterval(say, EVERY_MS);
  return {
    tick: () => done++,
    stop: () => {
      clearInterval(timer);
      say();
    },
  };
}

function rateOf(done: number, started: number): number {
  return Math.round(done / Math.max(0.001, (performance.now() - started) / 1_000));
}
