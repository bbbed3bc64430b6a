import { readFileSync } from 'node:fs';
import { serviceNames, serviceSources } from './services';
import type { EventContract } from '@passerelle/contracts';

/**
 * Which services publish each type. A service publishes what it names in the table of its `publishes.ts`
 * (or in a file of the same end: `permanence.publishes.ts`); an event that belongs to no single service
 * (topic `platform.…`) is published by the platform, for every service that has a field.
 */
export function publishers(root: string, contracts: readonly EventContract[]): Map<string, string[]> {
  const found = new Map<string, string[]>(contracts.map(({ type }) => [type, []]));
  for (const service of serviceNames(root)) {
    const tables = serviceSources(root, service).filter((file) => /(^|[/.])publishes\.ts$/.test(file));
    const text = tables.map((file) => readFileSync(file, 'utf8')).join('\n');
    for (const { type } of contracts) {
      if (new RegExp(`publication\\(\\s*(contracts\\.)?${type}\\b`).test(text))
        found.get(type)?.push(service);
    }
  }
  for (const { type, topic } of contracts) {
    if (topic.startsWith('platform.')) found.set(type, ['platform']);
  }
  return found;
}
