import { CannotImport } from './cannot-import';
import { readCommandLine } from './command-line';

const read = (args: string[], env = {}) => readCommandLine(args, env, '/town');
const usual = ['besoins.csv', '--territory', '91645'];

describe('the command line of the import', () => {
  it('needs a file and a territory only', () => {
    expect(read(usual)).toMatchObject({
      file: '/town/besoins.csv',
      territory: '91645',
      gateway: 'http://127.0.0.1:8080',
      signIn: 'http://127.0.0.1:8090',
      account: 'claire.marchand',
      report: '/town/besoins.a-revoir.csv',
      concurrency: 16,
      columns: {},
      dryRun: false,
    });
  });

  it('takes paths from where npm was called, and the ports of another stack', () => {
    expect(read(usual, { INIT_CWD: '/home', PORT_OFFSET: '100' })).toMatchObject({
      file: '/home/besoins.csv',
      report: '/home/besoins.a-revoir.csv',
      gateway: 'http://127.0.0.1:8180',
    });
  });

  it('takes what the person knows better', () => {
    expect(
      read([
        ...usual,
        '--encoding',
        'latin1',
        '--separator',
        'tab',
        '--column',
        'besoin=Motif',
        '--column',
        'firstName=3',
        '--token',
        'x',
        '--json',
        'r.json',
      ]),
    ).toMatchObject({
      encoding: 'windows-1252',
      separator: '\t',
      columns: { need: 'Motif', firstName: '3' },
      token: 'x',
      json: '/town/r.json',
    });
  });

  it.each([
    [[], 'Quel fichier'],
    [['a.csv'], 'Pour quelle commune'],
    [['a.csv', '--territory', 'Paris'], 'ni un code INSEE'],
    [['a.csv', 'b.csv', '--territory', '91645'], 'Un seul fichier'],
    [[...usual, '--colour', 'red'], '--colour'],
    [[...usual, '--encoding', 'klingon'], 'klingon'],
    [[...usual, '--separator', 'x'], 'séparateur'],
    [[...usual, '--column', 'couleur=A'], 'couleur=A'],
    [[...usual, '--gateway', 'passerelle'], 'http://127.0.0.1:8080'],
    [[...usual, '--concurrency', '0'], '1 à 64'],
  ])('%j is refused in one sentence', (args, words) => {
    expect(() => read(args)).toThrow(CannotImport);
    expect(() => read(args)).toThrow(words);
  });
});
