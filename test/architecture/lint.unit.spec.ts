import { lintTexts } from './lint-texts';

/** A text that breaks one rule, linted as if it were in that file (which exists: typed rules need it). */
const broken: { rule: string; file: string; text: string }[] = [
  ...[
    ['libs/contracts/src/index.ts', '@passerelle/domain-kit'],
    ['libs/domain-kit/src/index.ts', '@passerelle/contracts'],
    ['libs/calendar/src/index.ts', '@passerelle/domain-kit'],
    ['libs/messaging/src/index.ts', '@passerelle/platform'],
    ['libs/platform/src/index.ts', '@passerelle/calendar'],
    ['libs/testing/src/index.ts', '../../../services/gateway/src/main'],
    ['services/gateway/src/main.ts', '@passerelle/testing'],
    ['services/gateway/src/main.ts', '@passerelle/directory/src/domain/partner'],
    ['services/gateway/src/main.ts', '../../directory/src/domain/partner'],
    ['services/console/src/main.tsx', '@passerelle/platform'],
    ['services/console/src/main.tsx', '../../directory/src/domain/partner'],
  ].map(([file = '', from = '']) => ({
    rule: '@nx/enforce-module-boundaries',
    file,
    text: `import * as planted from '${from}';\nexport const used = planted;\n`,
  })),
  {
    rule: 'complexity',
    file: 'libs/calendar/src/slots.ts',
    text: `export const f = (n: number) => ${Array.from({ length: 10 }, (_, i) => `n === ${i} ? ${i} : `).join('')}0;\n`,
  },
  {
    rule: 'max-lines',
    file: 'libs/calendar/src/slots.ts',
    text: Array.from({ length: 301 }, (_, i) => `export const line${i} = ${i};\n`).join(''),
  },
  {
    rule: 'max-lines-per-function',
    file: 'libs/calendar/src/slots.ts',
    text: `export function f(say: (n: number) => void) {\n${'say(1);\n'.repeat(60)}}\n`,
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'libs/calendar/src/slots.ts',
    text: 'const later = async () => 1;\nexport function f() {\n  later();\n}\n',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    file: 'libs/calendar/src/slots.ts',
    text: "import { LocalDate } from './local-date';\nexport const f = (day: LocalDate) => day;\n",
  },
  {
    rule: 'react-hooks/rules-of-hooks',
    file: 'services/console/src/main.tsx',
    text: "import { useState } from 'react';\nexport const f = (on: boolean) => {\n  if (on) useState(1);\n};\n",
  },
  { rule: 'no-console', file: 'services/console/src/main.tsx', text: "console.log('planted');\n" },
  { rule: 'no-console', file: 'libs/calendar/src/slots.ts', text: "console.log('planted');\n" },
  {
    rule: 'no-warning-comments',
    file: 'libs/calendar/src/slots.ts',
    text: `// ${'TO'}${'DO'}: later\nexport const a = 1;\n`,
  },
];

const allowed = [
  { file: 'libs/messaging/src/index.ts', text: "export { allContracts } from '@passerelle/contracts';\n" },
  { file: 'services/gateway/src/main.ts', text: "export { addDays } from '@passerelle/calendar';\n" },
  { file: 'services/console/src/main.tsx', text: "export { topics } from '@passerelle/contracts';\n" },
  { file: 'libs/testing/src/index.ts', text: "export { addDays } from '@passerelle/calendar';\n" },
];

describe('the lint rules', () => {
  // One process for all: most of its time is spent on reading the types of the repository.
  const answers = lintTexts([...broken, ...allowed]);

  it('bite: each text that breaks one is refused by it', () => {
    const missed = broken.filter(({ rule }, index) => !answers[index]?.some((it) => it.rule === rule));
    expect(missed.map(({ rule, file, text }) => `${rule}: ${file}: ${text.slice(0, 60)}`)).toEqual([]);
  });

  it('let through what is allowed', () => {
    expect(answers.slice(broken.length)).toEqual(allowed.map(() => []));
  });
});
