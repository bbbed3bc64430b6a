import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { quantileOf, readSamples } from './samples';
import { stateFrom } from './service-state';
import { asTable } from './table';

type Gauges = readonly (readonly [name: string, value: number, labels?: Readonly<Record<string, string>>])[];

/** As prom-client writes it, with the names that messaging gives. */
async function metricsOf(values: Gauges) {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'ccas' });
  const registers = [registry];
  for (const [name, value, labels = {}] of values) {
    const known = registry.getSingleMetric(name) as Gauge | undefined;
    const gauge = known ?? new Gauge({ name, help: 'h', labelNames: Object.keys(labels), registers });
    gauge.set(labels, value);
  }
  const histogram = new Histogram({
    name: 'passerelle_decision_to_effect_seconds',
    help: 'h',
    labelNames: ['reaction'],
    buckets: [0.01, 0.1, 1],
    registers,
  });
  for (let index = 0; index < 98; index += 1) histogram.observe({ reaction: 'ccas.a' }, 0.005);
  histogram.observe({ reaction: 'ccas.b' }, 0.5);
  histogram.observe({ reaction: 'ccas.b' }, 9);
  const retries = new Counter({
    name: 'passerelle_reaction_retries_total',
    help: 'h',
    labelNames: ['reaction', 'why'],
    registers,
  });
  retries.inc({ reaction: 'a', why: 'failure' }, 2);
  retries.inc({ reaction: 'b', why: 'outage' }, 3);
  return registry.metrics();
}

const whole = () =>
  metricsOf([
    ['passerelle_journal_lag_events', 1_240],
    ['passerelle_journal_lag_seconds', 12.34],
    ['passerelle_consumer_lag_events', 7, { topic: 'people.person' }],
    ['passerelle_consumer_lag_events', 5, { topic: 'legal-access.request' }],
    ['passerelle_parked_events', 2, { reason: 'failed' }],
    ['passerelle_parked_events', 1, { reason: 'behind' }],
    ['passerelle_relay_leading', 1],
    ['passerelle_relay_fence', 4],
  ]);

describe('the present state of a service', () => {
  it('is read from its metrics', async () => {
    expect(stateFrom('ccas', await whole())).toEqual({
      service: 'ccas',
      answers: true,
      journal: { events: 1_240, oldestSeconds: 12.34 },
      consumer: { events: 12, topics: { 'people.person': 7, 'legal-access.request': 5 } },
      parked: 3,
      retries: 5,
      decisionToEffect: { p50: expect.closeTo(0.0051, 4), p99: 1 },
      relay: { leads: true, fence: 4 },
    });
  });

  it('is unknown where a server is away, which is not 0', async () => {
    const text = await metricsOf([
      ['passerelle_journal_lag_events', Number.NaN],
      ['passerelle_consumer_lag_events', Number.NaN, { topic: 'people.person' }],
    ]);
    const state = stateFrom('ccas', text);
    expect(state).toMatchObject({ journal: { events: null, oldestSeconds: null }, parked: null });
    expect(state.consumer).toEqual({ events: null, topics: { 'people.person': null } });
    expect(asTable([state]).split('\n')[2]).toMatch(/^ccas +\? +\? +\? +\? /);
  });

  it('is that it answers, for one that keeps nothing', () =>
    expect(stateFrom('gateway', 'process_cpu_user_seconds_total 3')).toEqual({
      service: 'gateway',
      answers: true,
    }));
});

describe('samples', () => {
  it('are read with what their labels escape, and nothing else is', () => {
    const text = '# HELP a b\n\nodd{a="x\\"y\\\\z",b="1,2}"} 1.5e3 1732\nplain +Inf\nnot a sample at all\n';
    expect(readSamples(text)).toEqual([
      { name: 'odd', labels: { a: 'x"y\\z', b: '1,2}' }, value: 1_500 },
      { name: 'plain', labels: {}, value: Number.POSITIVE_INFINITY },
    ]);
  });

  it('have a quantile on a straight line within its bucket', () => {
    const text = ['h_bucket{le="1"} 0', 'h_bucket{le="2"} 10', 'h_bucket{le="+Inf"} 10'].join('\n');
    expect(quantileOf(readSamples(text), 'h', 0.5)).toBe(1.5);
    expect(quantileOf(readSamples(''), 'h', 0.5)).toBeUndefined();
  });
});

it('the table says who does not answer, and why', async () => {
  const table = asTable([
    stateFrom('ccas', await whole()),
    stateFrom('gateway', ''),
    { service: 'people', answers: false, why: 'nothing listens at http://127.0.0.1:8101/metrics' },
  ]);
  expect(table.split('\n')).toEqual([
    'service  journal lag  oldest  consumer lag  parked  retries   p50    p99  relay',
    '-------  -----------  ------  ------------  ------  -------  ----  -----  --------------',
    'ccas           1,240    12 s            12       3        5  5 ms  1.0 s  leads, fence 4',
    'gateway            -       -             -       -        -     -      -  -',
    '',
    'people does not answer: nothing listens at http://127.0.0.1:8101/metrics',
  ]);
});
