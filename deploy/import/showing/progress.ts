import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  tick(): void;
  /** Nothing moves for now, and why. */
  wait(why: string): void;
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
      format: '{bar} {percentage} % · {value} / {total} lignes · {rate} lignes/s · {state}',
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  shown.start(total, 0, { rate: 0, state: '' });
  return {
    tick: () => {
      const rate = rateOf(done + 1, started);
      shown.update(++done, { rate, state: `encore ${Math.ceil((total - done) / Math.max(1, rate))} s` });
    },
    wait: (why) => shown.update(done, { state: why }),
    stop: () => shown.stop(),
  };
}

function lines(total: number, out: NodeJS.WriteStream): Progress {
  const started = performance.now();
  let done = 0;
  let waitedFor = '';
  const say = () => out.write(`${done} / ${total} lignes · ${rateOf(done, started)} lignes/s\n`);
  const timer = setInterval(say, EVERY_MS);
  return {
    tick: () => {
      done++;
      waitedFor = '';
    },
    wait: (why) => {
      if (why !== waitedFor) out.write(`${why} J’attends.\n`);
      waitedFor = why;
    },
    stop: () => {
      clearInterval(timer);
      say();
    },
  };
}

function rateOf(done: number, started: number): number {
  return Math.round(done / Math.max(0.001, (performance.now() - started) / 1_000));
}
