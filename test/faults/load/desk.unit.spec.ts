import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Book } from './book';
import { Desk, type Command } from './desk';

type Answering = (asked: IncomingMessage, answer: ServerResponse) => void;
const saying =
  (status: number, body: object): Answering =>
  (_asked, answer) =>
    answer.writeHead(status).end(JSON.stringify(body));
const cut: Answering = ({ socket }) => void socket.destroy();

const withdraw: Command = {
  ...{ what: 'withdraw a need', service: 'ccas', aggregate: 'need', id: 'need-1', role: 'ccas-worker' },
  ...{ path: 'ccas/needs/need-1/withdraw', version: 3, body: { version: 3 } },
  ...{ events: ['NeedWithdrawn'], history: 'ccas/needs/need-1/timeline' },
};
const stale = saying(409, { name: 'StaleVersion' });
const timeline = (...types: string[]) => saying(200, { items: types.map((type) => ({ type })) });

describe('a command of an agent', () => {
  let server: Server;
  let [desk, book] = [undefined as unknown as Desk, new Book()];
  let script: Answering[] = [];
  beforeAll(async () => {
    server = createServer((asked, answer) => script.shift()?.(asked, answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    book = new Book();
    const gatewayUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const tokenFor = async () => 'token';
    desk = new Desk(
      { gatewayUrl, tokenFor, mails: () => [], seed: 1, perSecond: 1, territory: '91645' },
      book,
    );
  });
  afterEach(() => desk.close());
  afterAll(() => server.close());

  const answered = (...answers: Answering[]) => {
    script = answers;
    return desk.command(withdraw);
  };

  it('is accepted by a success, and not before', async () => {
    expect(await answered(saying(200, { version: 5 }))).toMatchObject({ is: 'done' });
    expect(book.accepted).toMatchObject([{ aggregateId: 'need-1', events: ['NeedWithdrawn'] }]);
  });

  it('is sent again until it is answered', async () => {
    const away = [cut, saying(503, { name: 'ServiceUnavailable' }), cut, saying(502, {})];
    expect(await answered(...away, saying(200, { version: 5 }))).toMatchObject({ is: 'done' });
    expect(book.accepted).toHaveLength(1);
  });

  it('changed nothing when the version did not move: no event is owed', async () => {
    expect(await answered(saying(200, { version: 3 }))).toMatchObject({ is: 'unchanged' });
    expect(book.accepted).toEqual([]);
  });

  it('is refused by its name', async () => {
    expect(await answered(stale)).toEqual({ is: 'refused', name: 'StaleVersion' });
    expect(book.refused).toEqual({ StaleVersion: 1 });
  });

  it('was accepted when its answer was lost and the journal has its event', async () => {
    const story = timeline('NeedNoted', 'NeedClassified', 'NeedOriented', 'NeedWithdrawn');
    expect(await answered(cut, stale, story)).toMatchObject({ is: 'done' });
    expect(book.accepted).toHaveLength(1);
  });

  it('was refused when the journal has its event from before only', async () => {
    const story = timeline('NeedWithdrawn', 'NeedClassified', 'NeedOriented', 'NeedAcknowledged');
    expect(await answered(cut, stale, story)).toEqual({ is: 'refused', name: 'StaleVersion' });
    expect(book.accepted).toEqual([]);
  });

  it('is told when its answer is one that nobody should get', async () => {
    await answered(saying(500, { name: 'UnexpectedError' }));
    await answered(saying(409, {}));
    expect(book.unexpected).toEqual([
      'withdraw a need: 500 UnexpectedError',
      'withdraw a need: 409 without a name',
    ]);
  });
});
