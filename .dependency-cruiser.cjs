// Who may import whom inside a service, and the few things that only one place may touch.
// test/architecture proves that every source file is seen and that one planted violation of each rule fails.
// TypeScript stays at 6: with 7.0 dependency-cruiser sees no module at all, and passes.
const SPEC = '\\.spec\\.ts$';
const SHIPPED = { path: '^(services|libs)/', pathNot: [SPEC, '^libs/testing/'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'Rules know no framework, no database, no clock: only the domain, domain-kit and the calendar.',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/domain/', pathNot: SPEC },
      to: { pathNot: ['^services/$1/src/domain/', '^libs/(domain-kit|calendar|contracts)/src/index\\.ts$'] },
    },
    {
      name: 'domain-knows-shared-words-as-types',
      comment: 'Topics and fields are named once, in contracts; a rule may use the type, never the schemas.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/domain/', pathNot: SPEC },
      to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'application-without-infrastructure-packages',
      comment: 'Use cases speak to messaging and to stores given to them, never to Nest, MongoDB or Kafka.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/application/', pathNot: SPEC },
      to: { path: 'node_modules/(@nestjs/|mongoose/|mongodb/|kafkajs/|@fastify/|fastify/)' },
    },
    {
      name: 'contracts-import-only-zod',
      comment: 'What every service shares depends on nothing that one of them could want to change.',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: SPEC },
      to: { pathNot: ['^libs/contracts/src/', 'node_modules/zod/'] },
    },
    {
      name: 'domain-kit-imports-nothing',
      severity: 'error',
      from: { path: '^libs/domain-kit/src/', pathNot: SPEC },
      to: { pathNot: '^libs/domain-kit/src/' },
    },
    {
      name: 'kafkajs-in-one-place',
      comment: 'Only libs/messaging knows Kafka; test tools and deploy/ look at it from outside.',
      severity: 'error',
      from: { pathNot: '^(libs/(messaging|testing)|deploy|test)/' },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'services-never-meet',
      comment: 'Services meet in contracts, on the broker.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-ignore-services',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^services/' },
    },
    {
      name: 'shipped-without-test-tools',
      comment: 'What runs in a town contains no test helper and no development launcher.',
      severity: 'error',
      from: SHIPPED,
      to: {
        path: ['^libs/testing/', '^(deploy|test)/', 'node_modules/(fast-check|testcontainers|smtp-server)/'],
      },
    },
    {
      name: 'shipped-with-declared-dependencies',
      comment: 'A package that is not in "dependencies" is missing from an image.',
      severity: 'error',
      // The console is shipped as built by Vite, with what it uses inside.
      from: { ...SHIPPED, pathNot: [...SHIPPED.pathNot, '^services/console/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'libs-by-their-front-door',
      comment: 'A lib is what its index.ts says; the rest may change without asking.',
      severity: 'error',
      from: { path: '^(services|libs)/([^/]+)/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves to nothing would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'sources-not-builds',
      comment: 'A path that leads to dist/ would judge yesterday’s code.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)dist/', pathNot: 'node_modules' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are dependencies too: a domain that imports a mongoose type knows mongoose.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    // Builds are not followed but not excluded either: an import that leads there must be seen, and refused.
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
