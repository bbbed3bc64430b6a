import { isRefusal, type Refusal } from '@passerelle/domain-kit';
import { compareWithKnown, show, type Match } from './look-alikes';
import { identityFrom, readForm, type PersonForm } from './person-form';
import type { Ports } from './ports';

/** Who this is, without writing anything: for the import and for the front desk. */
export async function matchPerson(
  ports: Ports,
  territory: string,
  form: PersonForm,
  today: string,
): Promise<Match | Refusal> {
  const read = readForm(form, today);
  if (isRefusal(read)) return read;
  return show(ports, await compareWithKnown(ports, territory, identityFrom(read)));
}
