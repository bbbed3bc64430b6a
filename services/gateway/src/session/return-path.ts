const nowhere = 'http://nowhere.invalid';

/** Where to go after a sign-in: a path of ours with its filters, whatever an address from elsewhere asks for. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2_000) return '/';
  if (!URL.canParse(asked, nowhere)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, nowhere);
  // Once more on what the browser will read: `/.//evil.example` becomes `//evil.example` once it is tidied.
  const whole = pathname + search + hash;
  return origin === nowhere && !whole.startsWith('//') ? whole : '/';
}
