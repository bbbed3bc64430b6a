const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The path of the first key that no honest client sends: a database operator (`$ne`) or a hook into a prototype. Strict schemas
 * refuse them as unknown fields already; this holds where a schema takes free keys.
 */
export function forbiddenKey(value: unknown, path: readonly string[] = []): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (key.startsWith('$') || prototypeKeys.has(key)) return here;
    const deeper = forbiddenKey(inner, here);
    if (deeper) return deeper;
  }
  return undefined;
}
