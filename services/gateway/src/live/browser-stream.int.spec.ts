import { eventually } from '@passerelle/testing';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { BrowserStream } from './browser-stream';

const told = (key: string) => ({
  id: `p-${key}`,
  hint: { topic: 'ccas.need', type: 'NeedIdentified', key, territory: '91645', at: new Date(0) },
});

describe('the line to one browser', () => {
  let server: Server;
  let socket: Socket;
  let response: ServerResponse;
  beforeEach(async () => {
    const opened = new Promise<ServerResponse>((resolve) => {
      server = createServer((_request, answer) => resolve(answer.writeHead(200)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    response = await opened;
  });
  afterEach(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  it('says what happened, in the words of server-sent events', async () => {
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const stream = new BrowserStream(response);
    stream.tell(told('k'));
    stream.tell({ id: 'p-2' });
    stream.beat('p-3');
    stream.end();
    stream.tell(told('late'));
    await eventually(async () => expect(text).toContain('p-3'));
    for (const part of [
      'retry: 2000\n\n',
      'id: p-k\nevent: changed\ndata: {"topic":"ccas.need","type":"NeedIdentified","key":"k","territory":"91645","at":"1970-01-01T00:00:00.000Z"}\n\n',
      'id: p-2\nevent: again\ndata: {}\n\n',
      ': beat\nid: p-3\n\n',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('late');
  });

  it('is cut for a browser that reads nothing, before it fills our memory', async () => {
    socket.pause();
    const stream = new BrowserStream(response);
    for (let count = 0; count < 200_000 && !response.destroyed; count += 1) {
      stream.tell(told(String(count)));
      expect(response.writableLength).toBeLessThan(70_000);
      if (count % 1_000 === 0) await new Promise(setImmediate);
    }
    expect(response.destroyed).toBe(true);
  });
});
