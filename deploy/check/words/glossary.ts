/** One line of docs/glossary.md. */
export interface GlossaryTerm {
  readonly french: string;
  readonly codeNames: readonly string[];
  readonly avoid: readonly string[];
}

/** Reads every table of the glossary whose columns are French term, code name, meaning, avoid. */
export function readGlossary(markdown: string): GlossaryTerm[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === 4 && cells[1] !== 'code name')
    .map(([french = '', codeNames = '', , avoid = '']) => ({
      french,
      codeNames: ticked(codeNames),
      avoid: ticked(avoid),
    }));
}

function ticked(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}
