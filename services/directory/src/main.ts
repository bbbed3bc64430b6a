import { startService } from '@passerelle/platform';
import { directory } from './directory.module';

void startService(directory);
