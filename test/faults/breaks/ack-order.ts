import type { Break } from './break';

export const ackOrder: Break = {
  what: 'an offset is resolved and committed before the effect is durable',
  changes: [
    {
      file: 'consumer/partition-reader.ts',
      from: 'await this.options.dispatch.handleAll(placed, isAlive);',
      to: `const next = String(BigInt(chunk.at(-1)!.offset) + 1n);
        resolveOffset(chunk.at(-1)!.offset);
        this.resolved.set(\`\${topic} \${partition}\`, { topic, partition, offset: next });
        await this.commit();
        await this.options.dispatch.handleAll(placed, isAlive);`,
    },
  ],
  hurtBy: ['before the transaction', 'kill -9 of a service'],
};
