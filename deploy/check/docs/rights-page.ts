import { rightsAsMarkdown } from '@passerelle/platform';

/** docs/rights.md: who may do what, for the person who decides of it in a town. */
export function rightsPage(): string {
  return `# Rights

Generated from \`libs/platform/src/rights/table.ts\` by \`npm run docs\`: do not edit.

A right is held within the territories of the person's token, and nowhere else. What no row gives, nobody may do.

${rightsAsMarkdown()}`;
}
