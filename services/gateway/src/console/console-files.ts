import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

export interface ConsoleFile {
  readonly type: string;
  readonly etag: string;
  /** By content encoding; text is compressed once. */
  readonly bodies: Readonly<{ identity: Buffer; br?: Buffer; gzip?: Buffer }>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Letters, digits, `-`, `_` and single dots inside: nothing that climbs out of the folder or hides. */
const NAME = /^(?:[\w-]+\/){0,3}[\w-]+(?:\.[\w-]+)+$/;
const worthCompressingBytes = 1_000;

/** What the console's build left in a folder. Assets never change under their name: read once, then kept. */
export class ConsoleFiles {
  private readonly assets = new Map<string, Promise<ConsoleFile | undefined>>();
  private page: ConsoleFile | undefined;

  constructor(private readonly folder: string) {}

  /** Read anew each time: a build made while we run counts at once. Undefined until there is one. */
  async index(): Promise<ConsoleFile | undefined> {
    const content = await this.contentOf('index.html');
    if (content && this.page?.bodies.identity.equals(content)) return this.page;
    return (this.page = content && (await fileOf('index.html', content)));
  }

  /** `name` is relative, as the browser asked for it; undefined when the build has no such file. */
  async asset(name: string): Promise<ConsoleFile | undefined> {
    if (!NAME.test(name) || !types[extname(name)]) return undefined;
    const known = this.assets.get(name);
    if (known) return known;
    const read = this.read(name);
    this.assets.set(name, read);
    // Only what is there is kept: names that somebody guesses are without end.
    if (!(await read)) this.assets.delete(name);
    return read;
  }

  /** Beside the assets, such as the icon: small, and may change. */
  async other(name: string): Promise<ConsoleFile | undefined> {
    return NAME.test(name) && !name.includes('/') && types[extname(name)] ? this.read(name) : undefined;
  }

  private async read(name: string): Promise<ConsoleFile | undefined> {
    const content = await this.contentOf(name);
    return content && fileOf(name, content);
  }

  private async contentOf(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folder, name));
    } catch {
      return undefined;
    }
  }
}

async function fileOf(name: string, identity: Buffer): Promise<ConsoleFile> {
  const type = types[extname(name)]!;
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const text = !/^(?:image\/(?!svg)|font\/)/.test(type);
  if (!text || identity.length < worthCompressingBytes) return { type, etag, bodies: { identity } };
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(identity), promisify(gzip)(identity)]);
  return { type, etag, bodies: { identity, br, gzip: zipped } };
}
