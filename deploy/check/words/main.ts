import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { avoidedUses } from './avoided-words';
import { readGlossary } from './glossary';

// Fails when a name in shipped code is made with a word that docs/glossary.md sets aside.
const root = resolve(__dirname, '../../..');
const glossary = readGlossary(readFileSync(join(root, 'docs/glossary.md'), 'utf8'));
const files = ['libs', 'services'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/src\/.*\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => join(folder, file)),
);

const uses = files.flatMap((file) =>
  avoidedUses(file, readFileSync(join(root, file), 'utf8'), glossary).map(
    ({ line, identifier, avoided, instead }) =>
      `${file}:${line} ${identifier}: not "${avoided}" but ${instead}`,
  ),
);
if (glossary.length < 20 || files.length < 20) {
  console.error(
    `Only ${glossary.length} terms and ${files.length} files were seen: the check is looking elsewhere.`,
  );
  process.exitCode = 1;
}
for (const use of uses) console.error(use);
if (uses.length > 0) process.exitCode = 1;
