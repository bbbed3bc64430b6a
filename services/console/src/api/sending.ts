/** What keeps a command from leaving. */
export type Obstacle = 'network' | 'session';

interface Held {
  obstacle: Obstacle;
  /** Ends the wait for the next attempt, where one is waited for. */
  goOn: (how: 'again' | 'taken-back') => void;
}

const held = new Set<Held>();
const listeners = new Set<() => void>();

/** A gateway that starts again is back before anybody has read a sentence about it. */
const onceMoreMs = 400;
const everyMs = 2_000;
/** A network that swallows what it is given says nothing at all. Sent twice, a command is done once: its ids are ours. */
const answerWithinMs = 30_000;

/** A POST that asks: nobody's text hangs on it, and it is asked again by what shows its answer. */
const asks = (request: Request) => request.method === 'GET' || /\/(match|preview)$/.test(request.url);

/**
 * A command leaves, or waits here, as it was pressed (its version and its ids are in it), until the network is back or its
 * owner has signed in again. Whoever presses may take it back: then it fails as it would have.
 */
export async function send(request: Request): Promise<Response> {
  if (asks(request)) return fetch(request);
  let answered = await attempt(request);
  if (!answered) {
    await pause();
    answered = await attempt(request);
  }
  let obstacle = obstacleOf(answered);
  if (!obstacle) return answered!;
  const waiting: Held = { obstacle, goOn: () => undefined };
  held.add(waiting);
  try {
    while (obstacle) {
      waiting.obstacle = obstacle;
      tellAll();
      if ((await nextAttempt(waiting)) === 'taken-back') return orFailure(answered);
      answered = await attempt(request);
      obstacle = obstacleOf(answered);
    }
    return answered!;
  } finally {
    held.delete(waiting);
    tellAll();
  }
}

async function attempt(request: Request): Promise<Response | undefined> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(answerWithinMs)]);
  try {
    return await fetch(request.clone(), { signal });
  } catch (error) {
    if (request.signal.aborted) throw error;
    return undefined;
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, onceMoreMs));

function obstacleOf(answered: Response | undefined): Obstacle | undefined {
  if (!answered) return 'network';
  return answered.status === 401 ? 'session' : undefined;
}

function orFailure(answered: Response | undefined): Response {
  if (!answered) throw new TypeError('Taken back while there was no network');
  return answered;
}

function nextAttempt(waiting: Held): Promise<'again' | 'taken-back'> {
  return new Promise((resolve) => {
    const timer = waiting.obstacle === 'network' ? setTimeout(() => resolve('again'), everyMs) : undefined;
    waiting.goOn = (how) => {
      clearTimeout(timer);
      resolve(how);
    };
  });
}

/** Tries again at once what that obstacle held up. */
export function goOn(over: Obstacle): void {
  for (const one of [...held]) if (one.obstacle === over) one.goOn('again');
}

/** What waits is not sent: its form has its text, and may be changed again. */
export function takeBack(): void {
  for (const one of [...held]) one.goOn('taken-back');
}

/** What holds something up; a session before a network, since somebody has to act. */
export function obstacleNow(): Obstacle | undefined {
  const met = [...held].map(({ obstacle }) => obstacle);
  return met.includes('session') ? 'session' : met[0];
}

export function onHeld(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function tellAll(): void {
  for (const tell of listeners) tell();
}
