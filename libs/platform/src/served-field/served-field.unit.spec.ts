import { given } from '@passerelle/domain-kit';
import { servedField, servedFieldId } from './served-field';

const command = { type: 'AnnounceField', field: 'legal-access', service: 'legal-access' } as const;
const announced = { type: 'FieldAnnounced', field: 'legal-access', service: 'legal-access' } as const;

describe('a field that a service takes', () => {
  it('is announced', () => given(servedField).when(command).then([announced]));
  it('is announced once', () => given(servedField, [announced]).when(command).thenNothing());
  it('has the same id at each start, another for each territory', () => {
    const id = servedFieldId('legal-access', 'legal-access', '91645');
    expect(servedFieldId('legal-access', 'legal-access', '91645')).toBe(id);
    expect(servedFieldId('legal-access', 'legal-access', '91477')).not.toBe(id);
  });
});
