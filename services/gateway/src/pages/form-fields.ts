import { html, type Html } from './html';

/** What a person typed, by field, and what must change in it. */
export interface Form {
  readonly values: Readonly<Record<string, string>>;
  /** French sentences by field; under `''` what concerns the whole. */
  readonly errors: Readonly<Record<string, string>>;
}

export const emptyForm: Form = { values: {}, errors: {} };

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'time';
  readonly min?: string;
  readonly short?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly required?: boolean;
}

export function field(
  form: Form,
  { type = 'text', rows, min, required, maxLength, short, ...named }: Field,
): Html {
  const value = form.values[named.name] ?? '';
  const limits = html`${required && html`required`} ${maxLength && html`maxlength="${maxLength}"`}`;
  return labelled(form, named, short ? 'field short' : 'field', (common) =>
    rows
      ? html`<textarea ${common} ${limits} rows="${rows}">${value}</textarea>`
      : html`<input ${common} ${limits} type="${type}" value="${value}" ${min && html`min="${min}"`} />`,
  );
}

export function select(form: Form, { options, fallback, ...named }: SelectField): Html {
  const chosen = form.values[named.name] ?? fallback;
  return labelled(
    form,
    named,
    'field',
    (common) =>
      html`<select ${common}>
        ${options.map(
          ([value, text]) =>
            html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
        )}
      </select>`,
  );
}

type Named = Pick<Field, 'name' | 'label' | 'hint'>;

/** A label, a hint, an error and a box that point at each other. */
function labelled(
  form: Form,
  { name, label, hint }: Named,
  style: string,
  box: (common: Html) => Html,
): Html {
  const error = form.errors[name];
  const describedBy = [hint && `${name}-aide`, error && `${name}-erreur`].filter(Boolean).join(' ');
  const common = html`id="${name}" name="${name}" ${describedBy && html`aria-describedby="${describedBy}"`}
  ${error && html`aria-invalid="true"`}`;
  return html`<div class="${style}">
    <label for="${name}">${label}</label>
    ${hint && html`<span class="hint" id="${name}-aide">${hint}</span>`}
    ${error && html`<span class="error" id="${name}-erreur">Erreur : ${error}</span>`} ${box(common)}
  </div>`;
}

interface SelectField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly fallback: string;
}

export function radio(form: Form, name: string, value: string, text: Html, isDefault = false): Html {
  const chosen = form.values[name] === value || (form.values[name] === undefined && isDefault);
  return html`<div class="choice">
    <input type="radio" id="${name}-${value}" name="${name}" value="${value}" ${chosen && html`checked`} />
    <label for="${name}-${value}">${text}</label>
  </div>`;
}

/** First thing read after a refusal: how many things to change, each leading to its field. */
export function errorSummary(form: Form): Html | undefined {
  const errors = Object.entries(form.errors);
  if (!errors.length) return undefined;
  return html`<div class="note bad" role="alert" tabindex="-1" autofocus>
    <h2>Votre réponse n’est pas encore partie</h2>
    <ul>
      ${errors.map(([name, sentence]) => html`<li>${name ? html`<a href="#${name}">${sentence}</a>` : sentence}</li>`)}
    </ul>
  </div>`;
}
