import { forgetForm, keepForm, keepFormsOf, keptForm } from './kept-forms';

/** As a browser's: its keys are its own properties. */
function storage(): Storage {
  const own: Record<string, string> = {};
  const acts = {
    getItem: (key: string) => own[key] ?? null,
    setItem: (key: string, value: string) => void (own[key] = value),
    removeItem: (key: string) => void delete own[key],
  };
  return new Proxy(own, {
    get: (_of, key) => acts[key as keyof typeof acts] ?? own[key as string],
  }) as unknown as Storage;
}

beforeEach(() => {
  globalThis.sessionStorage = storage();
});

it('keeps a form until it is sent', () => {
  keepFormsOf('claire');
  keepForm('note:1', { id: 'made-here', text: 'Rappeler' });
  expect(keptForm('note:1')).toEqual({ id: 'made-here', text: 'Rappeler' });
  expect(keptForm('note:2')).toBeUndefined();
  forgetForm('note:1');
  expect(keptForm('note:1')).toBeUndefined();
});

it('gives it back to its owner, and to nobody else at the same desk', () => {
  keepFormsOf('claire');
  sessionStorage.setItem('not-a-form', 'stays');
  keepForm('note:1', 'Rappeler');
  keepFormsOf('claire');
  expect(keptForm('note:1')).toBe('Rappeler');
  keepFormsOf('paul');
  expect(keptForm('note:1')).toBeUndefined();
  expect(sessionStorage.getItem('not-a-form')).toBe('stays');
});
