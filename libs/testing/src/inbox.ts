import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type Behaviour, MailRefused, behaviourOf } from './inbox-behaviour';
import { eventually } from './eventually';
import { type ReceivedMail, received } from './received-mail';

export interface Inbox {
  /** As SMTP_URL takes it. */
  url: string;
  /** Every message accepted so far, oldest first. A message taken twice is there twice. */
  messages: () => ReceivedMail[];
  /** Waits for a message that satisfies `wanted`. */
  waitFor: (wanted: (mail: ReceivedMail) => boolean, withinMs?: number) => Promise<ReceivedMail>;
  /** How to treat the next messages: see Behaviour. `{}` is back to normal. */
  behave: (behaviour: Behaviour) => void;
  clear: () => void;
  stop: () => Promise<void>;
}

/** A real SMTP server on the loopback, without TLS or password. `port` 0 takes a free one. */
export async function startInbox({
  port = 0,
  keep = () => undefined,
}: {
  port?: number;
  /** Called with each accepted message and its source before the sender is answered: to write it somewhere. */
  keep?: (mail: ReceivedMail, source: Buffer) => void | Promise<void>;
} = {}): Promise<Inbox> {
  let messages: ReceivedMail[] = [];
  const behaviour = behaviourOf();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: 10_000_000,
    onData: (stream, session, callback) => {
      takeIn(stream, session).then(
        () => callback(null, 'Message taken'),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  const takeIn = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const after = await behaviour.next();
    const source = Buffer.concat(chunks);
    const mail = received(await simpleParser(source), session.envelope);
    await keep(mail, source);
    messages.push(mail);
    // The hardest case for a sender: the message is in, the answer says otherwise.
    if (after === 'answer lost') throw new MailRefused(451, 'Taken, but the answer is lost');
  };
  // A sender that is killed cuts its connection: that is no failure of the inbox.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    const listening = server.listen(port, '127.0.0.1', () => resolve());
    listening.once('error', reject);
  });
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages: () => [...messages],
    waitFor: (wanted, withinMs = 10_000) =>
      eventually(
        () => {
          const found = messages.find(wanted);
          if (!found)
            throw new Error(`No such mail among: ${messages.map(oneLine).join(' | ') || 'no mail at all'}`);
          return found;
        },
        { withinMs },
      ),
    behave: (wanted) => behaviour.become(wanted),
    clear: () => (messages = []),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const oneLine = (mail: ReceivedMail) => `${mail.to.join(', ')}: ${mail.subject}`;
