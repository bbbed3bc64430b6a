import { Controller, Get } from '@nestjs/common';
import { fields, topics, type Topic } from '@passerelle/contracts';
import { Allow, Caller } from '@passerelle/platform';
import { ServedFieldReads } from './served-fields';

@Controller('topics')
export class TopicController {
  constructor(private readonly served: ServedFieldReads) {}

  /** Every topic that a need can have, and whether a service takes it in this territory: what an agent says before saving. */
  @Get()
  @Allow('identify', 'need')
  async list(@Caller() caller: Caller) {
    const served = await this.served.of(caller.territory);
    const items = (Object.keys(topics) as Topic[]).map((topic) => {
      const { label, field } = topics[topic];
      return { topic, label, field, fieldLabel: fields[field].label, served: served.has(field) };
    });
    return { items, total: items.length };
  }
}
