/** One file that breaks one rule of .dependency-cruiser.cjs, written into a copy of the sources. */
export interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

const planted = (
  rule: string,
  file: string,
  from: string,
  kind: 'import' | 'import type' = 'import',
): Planted => ({
  rule,
  file,
  text: `${kind} * as planted from '${from}';\nexport type Planted = typeof planted;\n`,
});

/** At least one for each rule; several where a rule has several edges that matter. */
export const plantedViolations: Planted[] = [
  planted('domain-is-pure', 'services/ccas/src/domain/planted-nest.ts', '@nestjs/common'),
  planted('domain-is-pure', 'services/ccas/src/domain/planted-type.ts', 'mongoose', 'import type'),
  planted('domain-is-pure', 'services/ccas/src/domain/planted-zod.ts', 'zod'),
  planted('domain-is-pure', 'services/ccas/src/domain/planted-node.ts', 'node:crypto'),
  planted(
    'domain-is-pure',
    'services/ccas/src/domain/planted-messaging.ts',
    '@passerelle/messaging',
    'import type',
  ),
  {
    rule: 'domain-knows-shared-words-as-types',
    file: 'services/ccas/src/domain/planted-contracts.ts',
    text: "export { topics } from '@passerelle/contracts';\n",
  },
  planted('domain-is-pure', 'services/ccas/src/domain/planted-outwards.ts', '../planted-elsewhere'),
  { rule: '', file: 'services/ccas/src/planted-elsewhere.ts', text: 'export const elsewhere = 1;\n' },
  ...['@nestjs/common', 'mongoose', 'mongodb', 'kafkajs'].map((name, index) =>
    planted(
      'application-without-infrastructure-packages',
      `services/ccas/src/application/planted-${index}.ts`,
      name,
    ),
  ),
  planted('contracts-import-only-zod', 'libs/contracts/src/planted-date.ts', 'date-fns'),
  planted('contracts-import-only-zod', 'libs/contracts/src/planted-lib.ts', '@passerelle/domain-kit'),
  planted('domain-kit-imports-nothing', 'libs/domain-kit/src/planted.ts', 'zod'),
  planted('kafkajs-in-one-place', 'services/people/src/infrastructure/planted.ts', 'kafkajs'),
  planted('kafkajs-in-one-place', 'libs/platform/src/planted.ts', 'kafkajs', 'import type'),
  planted(
    'services-never-meet',
    'services/people/src/planted-neighbour.ts',
    '../../ccas/src/planted-elsewhere',
  ),
  planted(
    'services-never-meet',
    'services/console/src/app/planted.tsx',
    '../../../ccas/src/planted-elsewhere',
  ),
  planted('kafkajs-in-one-place', 'services/console/src/ui/planted.tsx', 'kafkajs'),
  planted(
    'libs-ignore-services',
    'libs/messaging/src/planted.ts',
    '../../../services/ccas/src/planted-elsewhere',
  ),
  planted('shipped-without-test-tools', 'services/people/src/planted-testing.ts', '@passerelle/testing'),
  planted('shipped-without-test-tools', 'libs/platform/src/planted-deploy.ts', '../../../deploy/planted'),
  { rule: '', file: 'deploy/planted.ts', text: 'export const launcher = 1;\n' },
  planted('shipped-with-declared-dependencies', 'services/people/src/planted-dev.ts', 'fast-check'),
  planted(
    'libs-by-their-front-door',
    'services/people/src/planted-door.ts',
    '../../../libs/domain-kit/src/decider',
  ),
  planted('resolvable', 'services/people/src/planted-nowhere.ts', './does-not-exist'),
  planted('resolvable', 'services/people/src/planted-package.ts', '@passerelle/ccas'),
  planted('sources-not-builds', 'services/people/src/planted-build.ts', '../dist/planted'),
  { rule: '', file: 'services/people/dist/planted.js', text: 'exports.built = 1;\n' },
  planted('no-cycle', 'services/people/src/planted-a.ts', './planted-b'),
  planted('', 'services/people/src/planted-b.ts', './planted-a'),
];
