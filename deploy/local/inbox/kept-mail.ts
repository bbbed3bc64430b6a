import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceivedMail } from '@passerelle/testing';
import { writeJson } from '../kept-json';

export interface KeptMail extends ReceivedMail {
  /** Rank of arrival, from 1: the name of its file and of its page. */
  number: number;
}

export interface MailStore {
  all: () => KeptMail[];
  find: (number: number) => KeptMail | undefined;
  keep: (mail: ReceivedMail) => void;
  clear: () => void;
}

/** Mails as files, one each, written before the sender is told that they are in: a restart forgets none. */
export async function mailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const fileOf = (number: number) => join(folder, `${String(number).padStart(7, '0')}.json`);
  let mails = readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptMail);
  let last = mails.at(-1)?.number ?? 0;
  return {
    all: () => mails,
    find: (number) => mails.find((mail) => mail.number === number),
    keep: (mail) => {
      const kept = { number: ++last, ...mail };
      writeJson(fileOf(kept.number), kept);
      mails.push(kept);
    },
    clear: () => {
      for (const mail of mails) rmSync(fileOf(mail.number), { force: true });
      mails = [];
    },
  };
}
