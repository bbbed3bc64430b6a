import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startInboxServer } from './inbox-server';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-inbox-'));
const start = () => startInboxServer({ smtpPort: 0, webPort: 0, folder });

describe('the development inbox', () => {
  let inbox: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    inbox = await start();
  });
  afterAll(async () => {
    await inbox.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${inbox.port}${path}`, { method });
  const send = (id: string) =>
    createTransport(inbox.smtpUrl).sendMail({
      messageId: `<${id}@passerelle.test>`,
      from: 'ccas@ville.test',
      to: `${id}@exemple.test`,
      subject: `Rendez-vous <${id}>`,
      text: 'Annuler : https://ville.test/r/abc?x=1&y=2\n<script>alert(1)</script>',
    });

  it('shows mails to people, with their links, and runs nothing that they carry', async () => {
    expect(await (await get('/')).text()).toContain('Aucun message pour l’instant');
    await send('amelie');
    const list = await (await get('/')).text();
    expect(list).toContain('Rendez-vous &lt;amelie&gt;');
    expect(list).toContain('1 message,');
    const message = await (await get('/messages/1')).text();
    expect(message).toContain('<a href="https://ville.test/r/abc?x=1&amp;y=2">');
    expect(message).not.toContain('<script>');
    expect((await get('/messages/99')).status).toBe(404);
  });

  it('finds the mails of one address', async () => {
    await send('bruno');
    expect(await (await get('/?to=bruno')).text()).toContain('1 message,');
    expect(await (await get('/?to=nobody')).text()).toContain('Aucun message pour ce destinataire');
  });

  it('gives them to scripts, keeps them across a restart, and forgets them when told', async () => {
    const before = (await (await get('/api/messages')).json()) as unknown[];
    expect(before).toHaveLength(2);
    expect(before[0]).toMatchObject({
      number: 1,
      messageId: 'amelie@passerelle.test',
      from: 'ccas@ville.test',
      to: ['amelie@exemple.test'],
      links: ['https://ville.test/r/abc?x=1&y=2'],
    });
    await inbox.stop();
    inbox = await start();
    expect(await (await get('/api/messages')).json()).toEqual(before);
    expect((await get('/api/messages', 'DELETE')).status).toBe(204);
    await inbox.stop();
    inbox = await start();
    expect(await (await get('/api/messages')).json()).toEqual([]);
  });
});
