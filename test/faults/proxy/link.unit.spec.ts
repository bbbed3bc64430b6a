import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { stablePorts } from '../house/ports';
import { Link, type Tap } from './link';
import { smtpProtocol } from './smtp';

/** Says what it is told, line by line, with its own name before it. */
async function startEcho(name: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => socket.write(`354 ${name}\r\n250 ${String(chunk)}`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('a link under faults', () => {
  let servers: Server[];
  let link: Link;
  let alive: boolean[];
  const open: Socket[] = [];
  beforeEach(async () => {
    servers = [await startEcho('one'), await startEcho('two')];
    alive = [true, false];
    const [port] = await stablePorts(1);
    link = new Link({
      ...{ name: 'a to b', from: 'a', to: 'b', port: port!, protocol: smtpProtocol },
      targets: servers.map((server, index) => ({
        port: (server.address() as AddressInfo).port,
        alive: () => alive[index]!,
      })),
    });
    await link.open();
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await link.close();
    for (const server of servers) server.close();
  });

  const dial = async () => {
    const socket = connect(link.options.port, '127.0.0.1');
    socket.on('error', () => undefined);
    open.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const say = async (socket: Socket, text = 'hello\r\n') => {
    socket.write(text);
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    return String(chunk);
  };
  const brokenWith = async (socket: Socket) => {
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    return error.code;
  };

  it('passes everything on, to who lives', async () => {
    expect(await say(await dial())).toBe('354 one\r\n250 hello\r\n');
    alive.reverse();
    expect(await say(await dial())).toContain('354 two');
  });

  it('passes over a target that refuses', async () => {
    servers[0]!.close();
    await sleep(10);
    expect(await say(await dial())).toContain('354 two');
  });

  it('resets, and takes new connections', async () => {
    const socket = await dial();
    await say(socket);
    link.reset();
    expect(await brokenWith(socket)).toBe('ECONNRESET');
    expect(await say(await dial())).toContain('hello');
  });

  it('is late each way, in order', async () => {
    const socket = await dial();
    await say(socket);
    link.slow(150);
    const before = performance.now();
    expect(await say(socket)).toContain('hello');
    expect(performance.now() - before).toBeGreaterThan(290);
  });

  it('swallows in silence, and resets when it is over', async () => {
    const socket = await dial();
    await say(socket);
    link.swallow();
    socket.write('hello\r\n');
    expect(await Promise.race([once(socket, 'data'), sleep(100, 'silence')])).toBe('silence');
    void link.heal();
    expect(await brokenWith(socket)).toBe('ECONNRESET');
    expect(await say(await dial())).toContain('hello');
  });

  it('refuses until it is healed', async () => {
    link.refuse();
    const socket = connect(link.options.port, '127.0.0.1');
    expect(await brokenWith(socket)).toBe('ECONNREFUSED');
    await link.heal();
    expect(await say(await dial())).toContain('hello');
  });

  it('lets nothing of a message by that a tap drops, and cuts its connection', async () => {
    const tap: Tap = ({ what }) => (what === 'mail taken' ? 'drop' : 'pass');
    const untap = link.tap(tap);
    const socket = await dial();
    let got = '';
    socket.on('data', (chunk) => (got += String(chunk)));
    socket.write('hello\r\n');
    await once(socket, 'close');
    expect(got).not.toContain('250');
    untap();
    expect(await say(await dial())).toContain('250');
  });
});
