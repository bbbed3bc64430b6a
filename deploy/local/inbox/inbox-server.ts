import { createServer, type ServerResponse } from 'node:http';
import { startInbox } from '@passerelle/testing';
import { listen, type RunningServer } from '../listen';
import { type MailStore, mailStore } from './kept-mail';
import { absentPage, listPage, messagePage } from './pages';

export interface InboxOptions {
  smtpPort: number;
  webPort: number;
  /** Where the mails are kept. */
  folder: string;
}

/** Takes every mail that Passerelle sends in development, shows them to people, and gives them to scripts as JSON. */
export async function startInboxServer(options: InboxOptions): Promise<RunningServer & { smtpUrl: string }> {
  const store = await mailStore(options.folder);
  const inbox = await startInbox({ port: options.smtpPort, keep: store.keep });
  const server = createServer((request, response) => {
    try {
      answer(store, request.method ?? 'GET', new URL(request.url ?? '/', 'http://localhost'), response);
    } catch {
      response.writeHead(400).end();
    }
  });
  const web = await listen(server, options.webPort);
  return {
    port: web.port,
    smtpUrl: inbox.url,
    stop: async () => {
      await Promise.all([inbox.stop(), web.stop()]);
    },
  };
}

function answer(store: MailStore, method: string, url: URL, response: ServerResponse): void {
  if (url.pathname === '/api/messages') return api(store, method, response);
  if (method !== 'GET') return void response.writeHead(405).end();
  if (url.pathname === '/') {
    const at = Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1);
    return html(response, 200, listPage(store.all(), { at, to: url.searchParams.get('to') ?? '' }));
  }
  const number = /^\/messages\/(\d+)$/.exec(url.pathname)?.[1];
  const mail = number ? store.find(Number(number)) : undefined;
  return mail ? html(response, 200, messagePage(mail)) : html(response, 404, absentPage());
}

function api(store: MailStore, method: string, response: ServerResponse): void {
  if (method === 'DELETE') {
    store.clear();
    return void response.writeHead(204).end();
  }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(store.all()));
}

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}
