import { readReferralForm } from './referral-form';

const id = '3b241101-e2bb-4255-8caf-4136c566a962';

describe('the form of a partner about a person', () => {
  it.each([
    [{ answer: 'accept' }, { answer: 'accept' }],
    [
      { answer: 'decline', reason: 'Nous sommes complets.' },
      { answer: 'decline', reason: 'Nous sommes complets.' },
    ],
    [
      { answer: 'ask', id, question: 'Quel âge a-t-elle ?' },
      { answer: 'ask', id, question: 'Quel âge a-t-elle ?' },
    ],
    [
      { answer: 'close', outcome: 'met', words: '' },
      { answer: 'close', outcome: 'met' },
    ],
    [
      { answer: 'close', outcome: 'could-not', words: 'Plus de place.' },
      { answer: 'close', outcome: 'could-not', words: 'Plus de place.' },
    ],
  ])('%j becomes what the CCAS takes', (values, body) =>
    expect(readReferralForm(values)).toEqual({ ok: true, body }),
  );

  it.each([
    [{ answer: 'decline', reason: '' }, ['reason']],
    [{ answer: 'decline', reason: 'x'.repeat(1_001) }, ['reason']],
    [{ answer: 'ask', id, question: '?' }, ['question']],
    [{ answer: 'close' }, ['outcome']],
    [{}, ['']],
  ])('%j must be corrected', (values, fields) => {
    const read = readReferralForm(values as Record<string, string>);
    expect(read.ok ? undefined : Object.keys(read.errors)).toEqual(fields);
  });
});
