import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { type PortName, type StackSettings, portUse } from './settings';

/** The major version that `java -version` writes: 17 for "17.0.15", 8 for the old "1.8.0". */
export function javaMajor(written: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(written)?.[1];
  return found ? Number(found) : undefined;
}

/** What the embedded Kafka needs and this machine lacks, in sentences; empty when all is well. */
export function javaProblems(): string[] {
  const advice = 'apt-get install openjdk-17-jre-headless (or set KAFKA_BROKERS to a cluster that runs)';
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error) return [`Java is missing, and Kafka runs on it: ${advice}.`];
  const major = javaMajor(`${java.stdout}${java.stderr}`);
  return major !== undefined && major < 17
    ? [`Java ${major} is too old, Kafka wants 17 or later: ${advice}.`]
    : [];
}

/** One sentence for each port that another program holds, or for one that two parts of the stack would share. */
export async function portProblems(names: PortName[], ports: StackSettings['ports']): Promise<string[]> {
  const twice = names.find((name) => names.some((other) => other !== name && ports[other] === ports[name]));
  if (twice) return [`Port ${ports[twice]} is given to two parts of the stack: change one.`];
  const free = await Promise.all(names.map((name) => isFree(ports[name])));
  return names.filter((_name, index) => !free[index]).map((name) => takenSentence(name, ports[name]));
}

function takenSentence(name: PortName, port: number): string {
  const { variable, what } = portUse(name);
  return `Port ${port} is taken by another program, and ${what} needs it: free it, or choose another with ${variable}=<port> npm start.`;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)));
  });
}
