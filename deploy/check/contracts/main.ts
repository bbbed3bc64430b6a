import { join, resolve } from 'node:path';
import { allContracts } from '@passerelle/contracts';
import { compare } from './release';
import { nameOf, promiseOf, readReleased, writeReleased } from './released-contract';

// `check` compares; `release` writes down what is new, and refuses what would break a consumer.
const folder = join(resolve(__dirname, '../../..'), 'libs/contracts/released');
const releasing = process.argv[2] === 'release';
// JSON turns what is absent into nothing, as in the files.
const now = JSON.parse(JSON.stringify(allContracts.map(promiseOf))) as ReturnType<typeof promiseOf>[];
const { broken, unrecorded } = compare(readReleased(folder), now);

if (broken.length > 0) {
  console.error('A released contract changed. Declare a new version beside it, with an upcast:');
  for (const sentence of broken) console.error(`  ${sentence}`);
  process.exitCode = 1;
} else if (releasing) {
  for (const contract of unrecorded) writeReleased(folder, contract);
  console.log(`${unrecorded.length} written down, ${now.length} contracts in all.`);
} else if (unrecorded.length > 0) {
  console.error(`Not written down yet: ${unrecorded.map(nameOf).join(', ')}. Run: npm run contracts:release`);
  process.exitCode = 1;
} else {
  console.log(`${now.length} contracts are as released.`);
}
