export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * What is wrong between a package.json and the page that gives each package its reason, one sentence each.
 * The page has one table row a package, or several packages that share a reason.
 */
export function unreasoned(manifest: Manifest, page: string): string[] {
  const installed = { ...manifest.dependencies, ...manifest.devDependencies };
  const reasons = new Map(page.split('\n').flatMap(rowReasons));
  const missing = Object.keys(installed).filter((name) => !reasons.get(name));
  const gone = [...reasons.keys()].filter((name) => !(name in installed));
  const loose = Object.entries(installed).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  return [
    ...missing.map((name) => `${name} has no reason`),
    ...gone.map((name) => `${name} has a reason and is not installed`),
    ...loose.map(([name, version]) => `${name} is not pinned to one version: ${version}`),
  ];
}

function rowReasons(line: string): [string, string][] {
  const [names = '', reason = ''] = line.split('|').slice(1, -1);
  return [...names.matchAll(/`([^`]+)`/g)].map((match) => [match[1] ?? '', reason.trim()]);
}
