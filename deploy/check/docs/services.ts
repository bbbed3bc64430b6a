import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the services, in alphabetical order. */
export function serviceNames(root: string): string[] {
  return readdirSync(join(root, 'services')).filter((name) =>
    existsSync(join(root, 'services', name, 'package.json')),
  );
}

/** Every TypeScript file of a service that is not a test. */
export function serviceSources(root: string, service: string): string[] {
  const folder = join(root, 'services', service, 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => join(folder, file));
}
