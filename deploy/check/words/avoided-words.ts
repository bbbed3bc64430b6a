import ts from 'typescript';
import type { GlossaryTerm } from './glossary';

export interface AvoidedUse {
  readonly line: number;
  readonly identifier: string;
  readonly avoided: string;
  readonly instead: string;
}

/** "rendezVous", "RENDEZ_VOUS", "rendez-vous" → ["rendez", "vous"]. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** The uses, among names declared in a TypeScript file, of words that the glossary sets aside. */
export function avoidedUses(file: string, text: string, glossary: readonly GlossaryTerm[]): AvoidedUse[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const uses: AvoidedUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclared(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      uses.push(...avoidedIn(node.text, glossary).map((use) => ({ ...use, line })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const fileName =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.tsx?$/, '') ?? '';
  return [...avoidedIn(fileName, glossary).map((use) => ({ ...use, line: 0 })), ...uses];
}

/** Only names that this file gives: those of a library are not ours to choose. */
function isDeclared(node: ts.Identifier): boolean {
  const parent = node.parent as ts.Node & { name?: ts.Node };
  return parent.name === node && !ts.isPropertyAccessExpression(parent) && !ts.isImportSpecifier(parent);
}

function avoidedIn(identifier: string, glossary: readonly GlossaryTerm[]): Omit<AvoidedUse, 'line'>[] {
  const words = wordsOf(identifier).join(' ');
  return glossary.flatMap((term) =>
    term.avoid
      .filter((avoided) => ` ${words} `.includes(` ${wordsOf(avoided).join(' ')} `))
      .map((avoided) => ({ identifier, avoided, instead: term.codeNames.join(' or ') })),
  );
}
