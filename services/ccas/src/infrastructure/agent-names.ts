import { declareIndexes } from '@passerelle/messaging';
import type { Connection } from 'mongoose';
import type { Workers } from '../application/ports';

interface AgentDocument {
  /** Subject of their token. */
  _id: string;
  name: string;
  /** Territories where they work with needs. */
  worksIn?: string[];
}
const name = 'agents';
const rolesThatFollow = ['ccas-worker', 'ccas-officer'];

interface Agent {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly territory: string;
}

/** Names of the agents who acted here, for "par Claire Marchand" on a timeline: the journal names them by id only. */
export class AgentNames {
  /** What this process wrote already, so that an agent's every act is not another write. */
  private readonly written = new Map<string, string>();

  constructor(private readonly connection: Connection) {
    declareIndexes(connection, name, [{ key: { worksIn: 1 } }]);
  }

  async remember({ sub, name: theirs, roles, territory }: Agent): Promise<void> {
    const follows = roles.some((role) => rolesThatFollow.includes(role));
    const known = `${theirs} ${follows ? territory : ''}`;
    if (theirs === '' || this.written.get(sub) === known) return;
    await this.documents.updateOne(
      { _id: sub },
      { $set: { name: theirs }, ...(follows && { $addToSet: { worksIn: territory } }) },
      { upsert: true },
    );
    this.written.set(sub, known);
  }

  async of(subs: readonly string[]): Promise<(sub: string) => string | undefined> {
    const found = await this.documents.find({ _id: { $in: [...new Set(subs)] } }).toArray();
    const names = new Map(found.map((agent) => [agent._id, agent.name]));
    return (sub) => names.get(sub);
  }

  /** Who may be given needs here: whoever follows needs, and came at least once. */
  async workersOf(territory: string): Promise<{ readonly id: string; readonly name: string }[]> {
    const found = await this.documents.find({ worksIn: territory }).toArray();
    return found.map(({ _id: id, name: theirs }) => ({ id, name: theirs }));
  }

  private get documents() {
    return this.connection.db!.collection<AgentDocument>(name);
  }
}

export function workers(connection: Connection): Workers {
  return {
    async works({ session, territory }, workerId) {
      const documents = connection.db!.collection<AgentDocument>(name);
      return (await documents.findOne({ _id: workerId, worksIn: territory }, { session })) !== null;
    },
  };
}
