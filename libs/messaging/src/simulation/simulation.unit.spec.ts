import { runHistory } from './history.spec';

it('tries', async () => {
  const n = Number(process.env['N'] ?? 50),
    from = Number(process.env['FROM'] ?? 1);
  const t = performance.now();
  let steps = 0,
    events = 0,
    bad = 0;
  for (let seed = from; seed < from + n; seed += 1) {
    const o = await runHistory(seed, (process.env['BREAK'] ?? 'none') as never);
    steps += o.steps;
    events += o.events;
    if (o.wrong.length) {
      bad += 1;
      if (bad < 6) console.log(JSON.stringify(o));
    }
  }
  console.log(
    `${n} histories, ${bad} bad, ${(steps / n).toFixed(0)} steps, ${(events / n).toFixed(1)} events, ${((performance.now() - t) / n).toFixed(2)} ms each`,
  );
}, 600_000);
