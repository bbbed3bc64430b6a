import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';

interface AgentDocument {
  /** Subject of their token. */
  _id: string;
  name: string;
}
const name = 'agents';

/** Names of the agents who acted here, for "par Claire Marchand" on a timeline: the journal names them by id only. */
export class AgentNames {
  /** What this process wrote already, so that an agent's every act is not another write. */
  private readonly written = new Map<string, string>();

  constructor(private readonly connection: Connection) {
    declareIndexes(connection, name, []);
  }

  async remember({ sub, name: theirs }: { readonly sub: string; readonly name: string }): Promise<void> {
    if (theirs === '' || this.written.get(sub) === theirs) return;
    await this.documents.updateOne({ _id: sub }, { $set: { name: theirs } }, { upsert: true });
    this.written.set(sub, theirs);
  }

  async of(subs: readonly string[]): Promise<(sub: string) => string | undefined> {
    const found = await this.documents.find({ _id: { $in: [...new Set(subs)] } }).toArray();
    const names = new Map(found.map((agent) => [agent._id, agent.name]));
    return (sub) => names.get(sub);
  }

  private get documents() {
    return this.connection.db!.collection<AgentDocument>(name);
  }
}
