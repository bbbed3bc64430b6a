import { recordSpans } from '@passerelle/messaging';

export interface Tracing {
  /** Sends what is left. */
  stop(): Promise<void>;
}

const none: Tracing = { stop: () => Promise.resolve() };
const sendEveryMs = 1_000;
const stopWithinMs = 2_000;

/**
 * Sends spans to an OpenTelemetry collector when there is one; otherwise nothing of it is even loaded. Context is passed on by
 * hand, as `traceparent`: a reaction or a mail follows from a record, not from a call.
 */
export async function startTracing(service: string, endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return none;
  const [{ trace }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const spans = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'passerelle' }),
    // Whoever began the trace decided whether it is kept.
    sampler: new sdk.ParentBasedSampler({ root: new sdk.AlwaysOnSampler() }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: sendEveryMs })],
  });
  trace.setGlobalTracerProvider(spans);
  recordSpans();
  return {
    async stop() {
      // A collector that does not answer must not hold a service up.
      await Promise.race([spans.shutdown().catch(() => undefined), pause(stopWithinMs)]);
      trace.disable();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
