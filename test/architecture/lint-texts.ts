import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './copy-of-sources';

export interface Complaint {
  readonly rule: string | null;
  readonly message: string;
}

/** ESLint loads its own configuration as a module, which Jest's sandbox forbids: hence a process. */
const program = `
  import { ESLint } from 'eslint';
  let input = '';
  for await (const chunk of process.stdin) input += chunk;
  const eslint = new ESLint();
  const answers = [];
  for (const { file, text } of JSON.parse(input)) {
    const [result] = await eslint.lintText(text, { filePath: file });
    answers.push(result.messages.map((it) => ({ rule: it.ruleId, message: it.message })));
  }
  process.stdout.write('\\n@@' + JSON.stringify(answers));
`;

/** What lint says of each text, as if it were the content of that file. */
export function lintTexts(texts: readonly { file: string; text: string }[]): Complaint[][] {
  const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' };
  // Without a graph of the projects, the rule on tags skips itself and passes.
  run([join(root, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects'], '', env);
  const output = run(['--input-type=module', '--eval', program], JSON.stringify(texts), env);
  return JSON.parse(output.slice(output.lastIndexOf('\n@@') + 3)) as Complaint[][];
}

function run(args: string[], input: string, env: NodeJS.ProcessEnv): string {
  const done = spawnSync(process.execPath, args, { cwd: root, input, env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${args[0]} failed: ${done.stderr}`);
  return done.stdout;
}
