/** Resolves when the signal is aborted; never without one. */
export function abortionOf(cancelled: AbortSignal | undefined): Promise<'cancelled'> {
  return new Promise((resolve) => {
    if (cancelled?.aborted) resolve('cancelled');
    cancelled?.addEventListener('abort', () => resolve('cancelled'), { once: true });
  });
}
