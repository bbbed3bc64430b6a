import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const durations = 'passerelle_http_request_seconds';

/** In prom-client's default registry, where messaging has its own; a test may start several services in one process. */
export function httpDurations(): Histogram<'method' | 'route' | 'status'> {
  const known = register.getSingleMetric(durations);
  if (known) return known as Histogram<'method' | 'route' | 'status'>;
  return new Histogram({
    name: durations,
    help: 'HTTP requests by route pattern and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  });
}

export function startDefaultMetrics(service: string): void {
  register.setDefaultLabels({ service });
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics({ register });
}
