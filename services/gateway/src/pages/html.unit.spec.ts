import fc from 'fast-check';
import { html } from './html';

describe('html', () => {
  it('escapes what is put into it, and only once', () => {
    const name = html`<b>${'<script>"&\''}</b>`;
    expect(html`<p title="${'"x"'}">${name}${[html`<i></i>`, 'a<b']}${undefined}${false}${0}</p>`.text).toBe(
      '<p title="&quot;x&quot;"><b>&lt;script&gt;&quot;&amp;&#39;</b><i></i>a&lt;b0</p>',
    );
  });

  it('never lets a text open a tag or leave an attribute', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(html`${text}`.text).not.toMatch(/[<>"']/)));
  });
});
