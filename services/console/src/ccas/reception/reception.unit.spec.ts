import { emptyForm, faultsOf, newNeed, type Draft } from './draft';
import { formFrom } from './form-from';

const draft = (more: Partial<Draft> = {}): Draft => ({
  newPersonId: 'new',
  person: { kind: 'known', id: 'nadia' },
  needs: [{ ...newNeed(), words: 'loyer' }],
  contactedOn: '2026-01-05',
  ...more,
});

describe('the form of reception', () => {
  it('is sent when a person, words and a day are there', () => expect(faultsOf(draft())).toEqual([]));

  it('says each thing that is missing, at its field', () => {
    const empty = newNeed();
    const faults = faultsOf(draft({ person: { kind: 'none' }, needs: [empty], contactedOn: '' }));
    expect(faults.map(({ field }) => field)).toEqual(['person', `words-${empty.id}`, 'contactedOn']);
    expect(faultsOf(draft({ contactedOn: '2999-01-01' }))).toHaveLength(1);
    expect(faultsOf(draft({ person: { kind: 'new', form: emptyForm, seen: [] } }))).toHaveLength(2);
  });

  it('a topic chosen by the agent does without words', () =>
    expect(faultsOf(draft({ needs: [{ ...newNeed(), topic: 'debt' }] }))).toEqual([]));

  it('a new person begins with what was typed in the search', () => {
    expect(formFrom(' nadia ben hamou ')).toMatchObject({
      firstName: 'Nadia',
      lastName: 'Ben Hamou',
      phone: '',
    });
    expect(formFrom('06 39 98 12 34')).toMatchObject({
      firstName: '',
      lastName: '',
      phone: '06 39 98 12 34',
    });
    expect(formFrom('12/03/1988')).toMatchObject({ firstName: '', lastName: '', phone: '' });
  });
});
