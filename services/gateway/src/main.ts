import { startService } from '@passerelle/platform';
import { gateway } from './gateway.module';

void startService(gateway);
