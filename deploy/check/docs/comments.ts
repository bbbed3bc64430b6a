import { join } from 'node:path';
import ts from 'typescript';

/**
 * The comment above each field of each contract, by contract then by field. The compiler follows a field
 * through spreads and shared constants to where it was written, so that the comment stays there, once.
 */
export function commentsOfContracts(root: string): Map<string, Map<string, string>> {
  const { checker, entry } = programOf(root);
  const module = checker.getSymbolAtLocation(entry);
  if (!module) throw new Error('libs/contracts/src/index.ts exports nothing');
  const found = new Map<string, Map<string, string>>();
  for (const exported of checker.getExportsOfModule(module)) {
    const data = dataType(checker, exported);
    if (data) found.set(exported.name, commentsOf(checker, data));
  }
  return found;
}

function programOf(root: string): { checker: ts.TypeChecker; entry: ts.SourceFile } {
  const file = join(root, 'libs/contracts/src/index.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, root);
  const options = { ...parsed.options, incremental: false, tsBuildInfoFile: undefined };
  const program = ts.createProgram([file], options);
  const entry = program.getSourceFile(file);
  if (!entry) throw new Error(`${file} cannot be read`);
  return { checker: program.getTypeChecker(), entry };
}

/** The `Data` of an exported `EventContract<Data>`; undefined for any other export. */
function dataType(checker: ts.TypeChecker, exported: ts.Symbol): ts.Type | undefined {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  if (!(symbol.flags & ts.SymbolFlags.Variable)) return undefined;
  const type = checker.getTypeOfSymbol(symbol);
  return type.symbol?.name === 'EventContract'
    ? checker.getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
}

function commentsOf(checker: ts.TypeChecker, data: ts.Type): Map<string, string> {
  const comments = new Map<string, string>();
  for (const property of checker.getPropertiesOfType(data)) {
    const text = ts
      .displayPartsToString(property.getDocumentationComment(checker))
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '') comments.set(property.name, text);
  }
  return comments;
}
