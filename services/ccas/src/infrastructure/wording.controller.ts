import { Controller, Get, Query } from '@nestjs/common';
import { topics } from '@passerelle/contracts';
import { Allow } from '@passerelle/platform';
import { z } from 'zod';
import { classifyWording } from '../domain/wording/classify-wording';
import { proposalQuery } from './need.schemas';

@Controller('wordings')
export class WordingController {
  /** While the agent types: the topic the words speak of, and which of them said it. Nothing is kept. */
  @Get('proposal')
  @Allow('identify', 'need')
  proposal(@Query({ schema: proposalQuery }) { words }: z.infer<typeof proposalQuery>) {
    const found = classifyWording(words);
    if (found.kind === 'undecided') return { topic: null, field: null, because: [] };
    const { topic, because } = found;
    const { field, label } = topics[topic];
    return { topic, field, label, because };
  }
}
