import { createServer } from 'node:net';
import { freePort } from '../infrastructure/free-port';
import { javaMajor, portProblems } from './machine';
import { stackSettings } from './settings';

describe('what the machine lacks', () => {
  it('reads the version of Java, old and new', () => {
    expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaMajor('java version "1.8.0_392"')).toBe(8);
    expect(javaMajor('openjdk version "25" 2025-09-16')).toBe(25);
    expect(javaMajor('no such thing')).toBeUndefined();
  });

  it('names a taken port, what needs it, and the variable that moves it', async () => {
    const port = await freePort();
    const { ports } = stackSettings({ GATEWAY_PORT: String(port) });
    expect(await portProblems(['gateway'], ports)).toEqual([]);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await portProblems(['gateway'], ports)).toEqual([
      `Port ${port} is taken by another program, and the gateway needs it: free it, or choose another with GATEWAY_PORT=<port> npm start.`,
    ]);
    await new Promise((resolve) => other.close(resolve));
  });

  it('notices one port given twice', async () => {
    const port = String(await freePort());
    const { ports } = stackSettings({ GATEWAY_PORT: port, PEOPLE_PORT: port });
    expect(await portProblems(['gateway', 'people'], ports)).toEqual([
      `Port ${port} is given to two parts of the stack: change one.`,
    ]);
  });
});
