import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asyncapi } from './asyncapi';
import { readCatalogue } from './catalogue';
import { eventsPage } from './events-page';
import { rightsPage } from './rights-page';

// `write` makes the generated pages; `check` fails when one of them is not what would be made now.
const root = resolve(__dirname, '../../..');

async function main(writing: boolean): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const events = await readCatalogue(root);
  const pages = {
    'docs/events.md': eventsPage(events),
    'docs/asyncapi.json': asyncapi(events, version),
    'docs/rights.md': rightsPage(),
  };
  for (const [file, text] of Object.entries(pages)) {
    const path = join(root, file);
    if (writing) {
      writeFileSync(path, text);
      console.log(`${file} written.`);
    } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      console.error(`${file} is out of date. Run: npm run docs`);
      process.exitCode = 1;
    }
  }
}

main(process.argv[2] === 'write').then(
  // What a service imports may keep connections or timers ready: nothing here needs them.
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
