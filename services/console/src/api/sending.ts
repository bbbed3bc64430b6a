/** What keeps a command from leaving. */
export type Obstacle = 'network' | 'session';

interface Held {
  obstacle: Obstacle;
  /** Ends the wait for the next attempt, where one is waited for. */
  goOn: () => void;
  readonly takenBack: AbortController;
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

/** Questions go as they are, commands wait for their way. */
export const send = (request: Request): Promise<Response> =>
  asks(request) ? fetch(request) : sendPatiently(request);

/**
 * A command leaves, or waits here, as it was pressed (its version and its ids are in it), until the network is back or its
 * owner has signed in again. Whoever presses may take it back: then it fails as it would have.
 */
export async function sendPatiently(request: Request): Promise<Response> {
  let answered = await attempt(request);
  if (!answered) {
    await pause();
    answered = await attempt(request);
  }
  let obstacle = obstacleOf(answered);
  if (!obstacle) return answered!;
  const waiting: Held = { obstacle, goOn: () => undefined, takenBack: new AbortController() };
  const { signal } = waiting.takenBack;
  held.add(waiting);
  try {
    while (obstacle && !signal.aborted) {
      waiting.obstacle = obstacle;
      tellAll();
      await nextAttempt(waiting);
      if (signal.aborted) break;
      answered = await attempt(request, signal);
      obstacle = obstacleOf(answered);
    }
  } finally {
    held.delete(waiting);
    tellAll();
  }
  if (!answered) throw new TypeError('Taken back while there was no network');
  return answered;
}

async function attempt(request: Request, takenBack?: AbortSignal): Promise<Response | undefined> {
  const ends = [request.signal, AbortSignal.timeout(answerWithinMs), ...(takenBack ? [takenBack] : [])];
  try {
    return await fetch(request.clone(), { signal: AbortSignal.any(ends) });
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

function nextAttempt(waiting: Held): Promise<void> {
  return new Promise((resolve) => {
    const timer = waiting.obstacle === 'network' ? setTimeout(resolve, everyMs) : undefined;
    waiting.goOn = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Tries again at once what that obstacle held up. */
export function goOn(over: Obstacle): void {
  for (const one of [...held]) if (one.obstacle === over) one.goOn();
}

/** What waits is not sent: its form has its text, and may be changed again. */
export function takeBack(): void {
  for (const one of [...held]) {
    one.takenBack.abort();
    one.goOn();
  }
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
