import { sessionIsOver } from './expiry';
import type { LiveHint } from './live-map';

export type Heard = { readonly kind: 'changed'; readonly hint: LiveHint } | { readonly kind: 'again' };

const name = 'passerelle-live';
const openAgainMs = 5_000;

/**
 * One stream for all the tabs of a browser (HTTP/1.1 allows six connections to a host): the tab that holds the lock
 * listens and passes on; when it closes, the next one takes over, and says that something may have been missed.
 */
export function heardByThisBrowser(tell: (heard: Heard) => void): () => void {
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  channel.onmessage = ({ data }: MessageEvent<Heard>) => tell(data);
  const pass = (heard: Heard) => {
    tell(heard);
    channel.postMessage(heard);
  };
  navigator.locks
    .request(name, { signal: leaving.signal }, () => listen(pass, leaving.signal))
    // The tab closed while it waited for its turn.
    .catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** Until the tab leaves. The browser connects again by itself, unless it was refused. */
function listen(pass: (heard: Heard) => void, leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source = open();
    const timer = setInterval(() => {
      if (source.readyState !== EventSource.CLOSED) return;
      void askSession();
      source = open();
    }, openAgainMs);
    leaving.addEventListener('abort', () => {
      clearInterval(timer);
      source.close();
      resolve();
    });
  });

  function open(): EventSource {
    const source = new EventSource('/live');
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      pass({ kind: 'changed', hint: JSON.parse(data) as LiveHint }),
    );
    source.addEventListener('again', () => pass({ kind: 'again' }));
    return source;
  }
}

async function askSession(): Promise<void> {
  const response = await fetch('/session').catch(() => undefined);
  if (response?.status === 401) sessionIsOver(true);
}
