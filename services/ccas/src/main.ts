import { startService } from '@passerelle/platform';
import { ccas } from './ccas.module';

void startService(ccas);
