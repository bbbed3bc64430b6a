import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const parts = ['libs/contracts', 'deploy/check', 'deploy/local/ts.cjs', 'deploy/jest-swc.json'];
const people = 'libs/contracts/src/people.ts';

/** The command as it is run, on a copy of what it looks at: a sentence of the comparison is not yet a red check. */
describe('npm run check, when a released event changes', () => {
  jest.setTimeout(60_000);
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'passerelle-contracts-'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const part of parts) {
      mkdirSync(dirname(join(copy, part)), { recursive: true });
      cpSync(join(root, part), join(copy, part), {
        recursive: true,
        filter: (from) => !/[\\/](dist|node_modules)$/.test(from),
      });
    }
  });
  afterEach(() => cpSync(join(root, people), join(copy, people)));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (...words: string[]) => {
    const done = spawnSync(process.execPath, ['-r', join(copy, 'deploy/check/sources.cjs'), ...words], {
      cwd: copy,
      encoding: 'utf8',
    });
    return { code: done.status, said: done.stdout + done.stderr };
  };
  const check = () => run(join(copy, 'deploy/check/main.ts'), 'contracts');
  const release = () => run(join(copy, 'deploy/check/contracts/main.ts'), 'release');
  const change = (from: string, to: string) => {
    const text = readFileSync(join(copy, people), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(join(copy, people), text.replace(from, to));
  };

  it('is green on what was released', () =>
    expect(check()).toEqual({ code: 0, said: expect.stringContaining('✓ contracts') }));

  it.each([
    ['made required', 'district: slug().optional()', 'district: slug()', 'data.district is now required'],
    ['removed', 'into: id()', '', 'data.into is gone'],
    ['given another type', 'from: id()', 'from: z.int()', 'data.from: type'],
    ['added and required', 'into: id()', 'into: id(), why: slug()', 'data.why is now required'],
  ])('is red when a field is %s, and so is its release', (_what, from, to, sentence) => {
    change(from, to);
    const { code, said } = check();
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(sentence) });
    expect(said).toContain('✗ contracts');
    expect(release().code).toBe(1);
  });

  it('is red until a new optional field is written down, and then green', () => {
    change('into: id()', 'into: id(), why: slug().optional()');
    expect(check()).toEqual({ code: 1, said: expect.stringContaining('contracts:release') });
    expect(release().code).toBe(0);
    expect(check().code).toBe(0);
  });
});
