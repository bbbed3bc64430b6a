// What a compiler does not say: sizes, promises left alone, and who may know whom (tags of each package.json).
// Boundaries inside a service are in .dependency-cruiser.cjs.
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', 'test/**/*.ts', 'libs/testing/**/*.ts'];

/**
 * A project with the tag on the left depends on the libs on the right, and on nothing else of ours. Services are
 * never on the right: they meet only in contracts. (`notDependOnLibsWithTags` would follow whole chains, and
 * refuse a lib whose tests use lib:testing.)
 */
const mayDependOn = {
  'lib:contracts': [],
  'lib:domain-kit': [],
  'lib:calendar': [],
  'lib:messaging': ['lib:contracts', 'lib:domain-kit'],
  'lib:platform': ['lib:contracts', 'lib:domain-kit', 'lib:messaging'],
  'lib:testing': ['lib:contracts', 'lib:domain-kit', 'lib:messaging', 'lib:platform', 'lib:calendar'],
  // Shared words only: the browser speaks to the gateway, never to the inside of a service.
  'type:console': ['lib:contracts'],
  'type:service': ['lib:contracts', 'lib:domain-kit', 'lib:messaging', 'lib:platform', 'lib:calendar'],
};

function boundaries({ inTests }) {
  const depConstraints = Object.entries(mayDependOn).map(([sourceTag, tags]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: inTests ? [...tags, 'lib:testing'] : tags,
  }));
  // Scripts of deploy/ and test/ drive everything: they belong to no project with tags.
  depConstraints.push({ sourceTag: '*', onlyDependOnLibsWithTags: ['*'] });
  return ['error', { depConstraints, allow: [], enforceBuildableLibDependency: false }];
}

export default tseslint.config(
  {
    ignores: [
      ...['**/node_modules/', '**/dist/', '.local/', '.nx/', 'coverage/'],
      // Written by npm run api:types.
      'services/console/src/api/schema.ts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A switch counts for one: a table of cases is what a reader wants, however many there are.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@nx/enforce-module-boundaries': boundaries({ inTests: false }),
    },
  },
  {
    // Nest reads the classes of a constructor when the program runs: their imports must stay.
    files: ['**/*.controller.ts', '**/*.module.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // One table that says all a service hears, or publishes: cut in two, it would say half. The file has its limit.
    files: ['services/*/src/application/{reactions,publishes}.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // What runs in a service writes to the log, which redacts; only commands speak to a terminal.
    files: ['services/**/*.{ts,tsx}', 'libs/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // The console: rules of hooks, and the compiler's own checks of what React may assume.
    files: ['services/console/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // An event handler of React may be a promise's beginning; what fails in it is shown by its mutation.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: TESTS,
    rules: {
      complexity: 'off',
      'max-lines-per-function': 'off',
      '@nx/enforce-module-boundaries': boundaries({ inTests: true }),
    },
  },
);
