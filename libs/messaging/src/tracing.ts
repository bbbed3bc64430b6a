import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';

let recording = false;

/** Once a provider is registered. Until then nothing here makes a span, and a trace is only passed on. */
export function recordSpans(): void {
  recording = true;
}

export interface SpanDescription {
  readonly name: string;
  readonly kind: keyof typeof SpanKind;
  /** W3C `traceparent` of what caused it. */
  readonly parent: string | undefined;
  /** Ids and names from the code; never a personal value. */
  readonly attributes?: Attributes;
}

export interface OpenSpan {
  /** To give to what this causes. */
  readonly traceparent: string | undefined;
  set(attributes: Attributes): void;
  end(failure?: unknown): void;
}

export function beginSpan({ name, kind, parent, attributes }: SpanDescription): OpenSpan {
  if (!recording) return { traceparent: parent, set: () => undefined, end: () => undefined };
  const options = { kind: SpanKind[kind], ...(attributes && { attributes }) };
  const span = trace.getTracer('passerelle').startSpan(name, options, contextOf(parent));
  return {
    traceparent: traceparentOf(span) ?? parent,
    set: (more) => void span.setAttributes(more),
    end(failure) {
      // The name only: a message may quote a value.
      if (failure !== undefined)
        span.setStatus({ code: SpanStatusCode.ERROR, message: (failure as Error).name });
      span.end();
    },
  };
}

export async function traced<T>(
  description: SpanDescription,
  work: (traceparent: string | undefined) => Promise<T>,
): Promise<T> {
  const span = beginSpan(description);
  try {
    const result = await work(span.traceparent);
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}

const wellFormed = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

export function isTraceparent(text: unknown): text is string {
  return typeof text === 'string' && wellFormed.test(text);
}

function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = wellFormed.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
}

function traceparentOf(span: Span): string | undefined {
  const { traceId, spanId, traceFlags } = span.spanContext();
  if (!isSpanContextValid(span.spanContext())) return undefined;
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
