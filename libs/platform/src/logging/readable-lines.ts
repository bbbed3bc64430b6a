import type { DestinationStream } from 'pino';

/** `09:12:03 warn  ccas: Kafka does not answer`: for a terminal only. */
export function readableLines(output: { write(text: string): unknown }): DestinationStream {
  return { write: (line) => void output.write(readable(line)) };
}

function readable(line: string): string {
  let record: Record<string, unknown>;
  try {
    record = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const { time, level, service, msg, context, err, ...rest } = record;
  const at = String(time).slice(11, 19);
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  const failure =
    err === undefined ? '' : `\n${String((err as { stack?: string }).stack ?? JSON.stringify(err))}`;
  const where = context === undefined ? String(service) : `${String(service)} (${String(context)})`;
  return `${at} ${String(level).padEnd(5)} ${where}: ${String(msg ?? '')}${details}${failure}\n`;
}
