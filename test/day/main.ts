// npm run day [-- --seed N]: what a town does in a day, through the public API, on a running stack after an import.
import { parseArgs } from 'node:util';
import { stackSettings } from '../../deploy/local/stack/settings';
import { agentsChangeAppointments, sessionIsCancelled } from './acts/agents';
import { personsMergedAndParted, workersCorrectNeeds } from './acts/ccas';
import { absentTwice, deskOfOneSession } from './acts/desk';
import { holdOneTopic, officerAgrees, partnersAnswer } from './acts/partners';
import { residentsAnswer } from './acts/residents';
import { Api } from './api';
import { Chance } from './chance';
import { requests, type Day } from './day';
import { MailInbox } from './inbox';
import { untilSettled } from './settled';
import { TownClock } from './town-clock';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, territory: { type: 'string', default: '91645' } },
});

async function main(): Promise<void> {
  const settings = stackSettings();
  const { ports } = settings;
  const mongodbUri =
    process.env['MONGODB_URI'] ?? `mongodb://127.0.0.1:${ports.mongodb}/?directConnection=true`;
  const prefix = process.env['MONGODB_DATABASE_PREFIX'] ?? 'passerelle';
  const counts = new Map<string, number>();
  const day: Day = {
    api: new Api(settings, values.territory),
    chance: new Chance(Number(values.seed)),
    inbox: new MailInbox(`http://127.0.0.1:${ports.inbox}`),
    clock: new TownClock(settings.clockFile),
    did: (what, count = 1) => void counts.set(what, (counts.get(what) ?? 0) + count),
    settled: () => untilSettled(mongodbUri, prefix),
  };
  await day.settled();
  if ((await requests(day, 'status=placed')).length < 50) {
    throw new Error('Too few appointments for a day: import a file first, with npm run import.');
  }
  await liveThrough(day);
  console.log(asTable(counts));
}

async function liveThrough(day: Day): Promise<void> {
  const act = async (name: string, work: () => Promise<void>) => {
    const began = performance.now();
    await work();
    await day.settled();
    console.log(`  ${name} (${((performance.now() - began) / 1_000).toFixed(0)} s)`);
  };
  let held = '';
  await act('Les partenaires répondent', async () => {
    held = await holdOneTopic(day);
    await partnersAnswer(day, 2, held);
  });
  await act('Le CCAS donne son accord', () => officerAgrees(day));
  await act('Les partenaires suivants répondent', () => partnersAnswer(day, 0, held));
  await act('Les habitants répondent', () => residentsAnswer(day));
  await act('Les agents changent des rendez-vous', () => agentsChangeAppointments(day));
  await act('Le CCAS corrige des besoins', () => workersCorrectNeeds(day));
  await act('Deux fiches sont réunies, puis séparées', () => personsMergedAndParted(day));
  await act('Une séance est annulée', () => sessionIsCancelled(day));
  await act('L’accueil reçoit', async () => absentTwice(day, await deskOfOneSession(day)));
}

function asTable(counts: ReadonlyMap<string, number>): string {
  const width = Math.max(...[...counts.keys()].map(({ length }) => length));
  const rows = [...counts].map(([what, count]) => `  ${what.padEnd(width)}  ${String(count).padStart(5)}`);
  return ['', 'La journée :', ...rows].join('\n');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
