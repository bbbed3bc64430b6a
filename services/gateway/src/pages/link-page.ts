import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services';
import { emptyForm, type Form } from './form-fields';
import { postedForm } from './posted-form';
import { correctable, notOurForm, refusedPage } from './refused.page';
import { sendPage } from './send-page';
import { askByLink, type LinkedPage, type ServiceAnswer } from './service-answer';
import type { Town } from './town';

/** The body that the service takes, or what must change in the form. */
export type ReadForm =
  | { readonly ok: true; readonly body: object }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** What is particular to the page behind one kind of link. */
export interface LinkPageParts<View> {
  readonly behind: LinkedPage;
  /** What a refusal of the service can point at in the form. */
  readonly fields: readonly string[];
  readonly readView: (body: unknown) => View | undefined;
  /** Only what a form alone can miss. */
  readonly readForm: (values: Readonly<Record<string, string>>) => ReadForm;
  readonly page: (view: View, form: Form) => string;
  /** After an act that was done. */
  readonly afterwards: (view: View) => string;
}

/** GET shows, POST acts (mail scanners open links); what a service refuses comes back beside its field, with what was typed. */
export class LinkPage<View> {
  constructor(
    private readonly services: Services,
    private readonly town: Town,
    private readonly parts: LinkPageParts<View>,
  ) {}

  async show(token: string, reply: FastifyReply): Promise<void> {
    const asked = await this.ask(token);
    const view = this.viewOf(asked);
    if (view) sendPage(reply, 200, this.parts.page(view, emptyForm));
    else this.refuse(reply, asked);
  }

  async answer(token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { page, readForm, fields, afterwards } = this.parts;
    const values = postedForm(request);
    const asked = await this.ask(token);
    const view = this.viewOf(asked);
    if (!view) return this.refuse(reply, asked);
    if (!values) return this.refuse(reply, { ...asked, ...notOurForm });
    const read = readForm(values);
    if (!read.ok) return sendPage(reply, 422, page(view, { values, errors: read.errors }));
    const answered = await this.ask(token, read.body);
    const after = this.viewOf(answered);
    if (after) return sendPage(reply, 200, afterwards(after));
    const errors = correctable(answered, fields);
    if (errors) return sendPage(reply, answered.status, page(view, { values, errors }));
    this.refuse(reply, answered);
  }

  private viewOf(answer: ServiceAnswer): View | undefined {
    return answer.ok ? this.parts.readView(answer.body) : undefined;
  }

  private refuse(reply: FastifyReply, answer: ServiceAnswer): void {
    const seen = { ...answer, status: answer.ok ? 502 : answer.status };
    sendPage(reply, seen.status, refusedPage(seen, this.town));
  }

  private ask(token: string, body?: object): Promise<ServiceAnswer> {
    return askByLink(this.services, this.parts.behind, token, body);
  }
}
