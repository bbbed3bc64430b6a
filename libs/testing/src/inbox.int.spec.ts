import { createTransport } from 'nodemailer';
import { type Inbox, startInbox } from './inbox';

const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';

describe('the inbox of the tests', () => {
  let inbox: Inbox;
  beforeEach(async () => {
    inbox = await startInbox();
  });
  afterEach(() => inbox.stop());

  const send = (id = 'a1') =>
    createTransport(inbox.url).sendMail({
      messageId: `<${id}@passerelle.test>`,
      from: 'ccas@ville.test',
      to: 'amelie@exemple.test',
      bcc: 'copie@exemple.test',
      subject: 'Votre rendez-vous à la mairie',
      text: 'Confirmez : https://ville.test/r/abc?x=1 ou annulez (https://ville.test/r/def).',
      icalEvent: { method: 'REQUEST', content: calendar },
    });

  it('keeps what was sent, its calendar and its links', async () => {
    await send();
    const [mail] = inbox.messages();
    expect(mail).toMatchObject({
      messageId: 'a1@passerelle.test',
      from: 'ccas@ville.test',
      to: ['amelie@exemple.test', 'copie@exemple.test'],
      subject: 'Votre rendez-vous à la mairie',
      icalMethod: 'REQUEST',
      links: ['https://ville.test/r/abc?x=1', 'https://ville.test/r/def'],
    });
    expect(mail?.ical).toContain('BEGIN:VCALENDAR');
  });

  it('refuses as many messages as it was told, then takes them', async () => {
    inbox.behave({ refuseWith: 451, times: 1 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    expect(inbox.messages()).toEqual([]);
    await send();
    expect(inbox.messages()).toHaveLength(1);
  });

  it('takes a message and loses its answer', async () => {
    inbox.behave({ loseAnswer: true, times: 1 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    expect(inbox.messages()).toHaveLength(1);
  });

  it('is slow when told', async () => {
    inbox.behave({ slowMs: 1_500 });
    const before = performance.now();
    await send();
    expect(performance.now() - before).toBeGreaterThan(1_450);
  });

  it('waits for the message wanted, and says what came instead', async () => {
    const wanted = inbox.waitFor((mail) => mail.messageId.startsWith('b2'));
    await send('a1');
    await send('b2');
    expect((await wanted).messageId).toBe('b2@passerelle.test');
    await expect(inbox.waitFor(() => false, 50)).rejects.toThrow('Votre rendez-vous à la mairie');
  });
});
