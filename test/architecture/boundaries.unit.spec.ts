import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfSources, root, sourceFiles } from './copy-of-sources';
import { cruise } from './cruise';
import { plantedViolations } from './planted-violations';

jest.setTimeout(180_000);

describe('the boundaries inside services and libs', () => {
  it('are kept, by every source file of the repository', () => {
    const { modules, violations } = cruise(root);
    expect(violations).toEqual([]);
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !modules.includes(file))).toEqual([]);
  });

  it('are guarded by rules that bite: one planted violation of each is found', () => {
    const copy = copyOfSources();
    try {
      for (const { file, text } of plantedViolations) copy.plant(file, text);
      const found = cruise(copy.path).violations.filter((it) => it.from.includes('planted'));
      const expected = plantedViolations.filter((it) => it.rule !== '');
      const missed = expected.filter(
        (it) => !found.some((one) => one.rule === it.rule && one.from === it.file),
      );
      expect(missed.map((it) => `${it.rule}: ${it.file}`)).toEqual([]);
    } finally {
      copy.remove();
    }
  });

  it('leave no rule without a planted violation', () => {
    const config = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
    const rules = [...config.matchAll(/name: '([a-z-]+)'/g)].map((match) => match[1]);
    const planted = new Set(plantedViolations.map((it) => it.rule));
    expect(rules.filter((rule) => !planted.has(rule ?? ''))).toEqual([]);
  });
});
