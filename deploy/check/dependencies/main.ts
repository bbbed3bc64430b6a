import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unreasoned } from './reasons';
import type { Manifest } from './reasons';

const root = resolve(__dirname, '../../..');
const page = 'docs/decisions/0002-dependencies.md';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const wrong = unreasoned(manifest, readFileSync(join(root, page), 'utf8'));
for (const sentence of wrong) console.error(`${sentence} (${page})`);
if (wrong.length > 0) process.exitCode = 1;
