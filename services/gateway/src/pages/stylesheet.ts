/**
 * The look of the pages made here. Roles of colour come from the shared design (every text pair keeps 4.5:1, every control's
 * edge 3:1); the theme follows the reader's device.
 */
export const stylesheet = `
:root {
  color-scheme: light;
  --canvas: #f6f5f1; --surface: #ffffff; --sunken: #efede7; --line: #d9d5ca; --line-strong: #8b8676;
  --ink: #1d2430; --ink-2: #4a5160; --ink-3: #646a77; --focus: #1747d1;
  --good: #1c6b3c; --good-bg: #e3f2e7; --warn: #8a4b00; --warn-bg: #fdf0da;
  --bad: #a3201d; --bad-bg: #fbe6e4; --info: #1f4f8f; --info-bg: #e4edf8; --law: #2a4c8f; --law-bg: #e6edf8;
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --canvas: #14171d; --surface: #1b1f27; --sunken: #11141a; --line: #323845; --line-strong: #7d8595;
    --ink: #e9ebef; --ink-2: #bcc2cd; --ink-3: #9aa1ae; --focus: #8fb0ff;
    --good: #7fd19c; --good-bg: #173022; --warn: #f0b867; --warn-bg: #35270f;
    --bad: #f39a95; --bad-bg: #3a1c1b; --info: #9dc1f5; --info-bg: #182a42; --law: #a5c0f2; --law-bg: #1b2840;
  }
}
* { box-sizing: border-box; margin: 0 }
html { -webkit-text-size-adjust: 100% }
body { font: 400 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Source Sans 3", sans-serif; background: var(--canvas); color: var(--ink); font-feature-settings: "tnum" 1; overflow-wrap: break-word }
a { color: inherit; text-underline-offset: .2em }
.inner { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem }
.inner.wide { max-width: 68rem }
.skip { position: absolute; left: -100vw; background: var(--surface); padding: .6rem 1rem; z-index: 1 }
.skip:focus { left: 0 }
.bar { background: var(--surface); border-bottom: 1px solid var(--line); padding: .8rem 0; font-weight: 680; letter-spacing: -.01em }
.bar .inner { display: flex; gap: .6rem; align-items: center }
.bar svg { color: var(--law) }
main.inner { padding-top: 2rem; padding-bottom: 3rem }
main:focus { outline: none }
footer { border-top: 1px solid var(--line); color: var(--ink-3); font-size: .9375rem; padding: 1.2rem 0 2.5rem }
h1 { font-size: 1.625rem; line-height: 1.25; letter-spacing: -.015em; font-weight: 680; text-wrap: balance; margin-bottom: .75rem }
h2 { font-size: 1.1875rem; line-height: 1.35; font-weight: 650; margin-bottom: .5rem }
h3 { font-size: 1.0625rem; font-weight: 620 }
p + p { margin-top: .75rem }
p.over { color: var(--law); font-weight: 620; font-size: .9375rem; margin-bottom: .25rem }
.lead { font-size: 1.125rem }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem 1.35rem; margin-top: 1.5rem }
.card + p { margin-top: 1rem }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.25rem }
.facts dt { color: var(--ink-2) } .facts dd { font-weight: 560 }
.said { white-space: pre-wrap; overflow-wrap: anywhere }
.note { border-left: 4px solid var(--c, var(--info)); background: var(--b, var(--info-bg)); border-radius: 4px 10px 10px 4px; padding: .9rem 1.1rem; margin-top: 1.5rem }
.note.good { --c: var(--good); --b: var(--good-bg) } .note.bad { --c: var(--bad); --b: var(--bad-bg) } .note.warn { --c: var(--warn); --b: var(--warn-bg) }
.note h2 { color: var(--c, var(--info)) } .note ul, .card ul:not(.list) { padding-left: 1.2rem; margin-top: .3rem }
fieldset { border: 0; padding: 0; min-inline-size: 0; margin-top: 1.25rem }
legend { font-weight: 620; padding: 0 }
label { font-weight: 620; display: block }
.field { margin-top: 1.25rem }
.hint { color: var(--ink-2); font-size: .9375rem; display: block; font-weight: 400 }
.error { color: var(--bad); font-weight: 600; display: block; font-size: .9375rem }
input[type=text], input[type=date], input[type=time], input[type=number], textarea, select {
  font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: 6px; padding: .55rem .7rem; margin-top: .3rem; width: 100%; min-height: 2.9rem }
input[aria-invalid=true], textarea[aria-invalid=true] { border: 2px solid var(--bad) }
.short { max-width: 13rem }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0 1.25rem }
.choice { display: grid; grid-template-columns: 1.5rem 1fr; gap: .3rem .7rem; align-items: start; padding: .55rem 0 }
.choice input { width: 1.3rem; height: 1.3rem; margin: .15rem 0 0; accent-color: var(--law) }
.choice label { font-weight: 500 }
.inset { border-left: 3px solid var(--line); margin-left: .6rem; padding-left: 1.5rem }
.inset .field { margin-top: .6rem }
button, .button { font: inherit; font-weight: 620; border-radius: 6px; border: 1px solid var(--line-strong); background: var(--surface); color: var(--ink); padding: .65rem 1.2rem; min-height: 2.9rem; cursor: pointer; margin-top: 1.5rem }
button.primary { background: var(--ink); color: var(--surface); border-color: var(--ink) }
button:hover { text-decoration: underline }
.buttons { display: flex; gap: .5rem 1rem; flex-wrap: wrap }
details { margin-top: 1.25rem } summary { font-weight: 620; cursor: pointer; padding: .4rem 0 }
.list { list-style: none; padding: 0; margin-top: 1rem } .list li { border-top: 1px solid var(--line); padding: .7rem 0 }
code { font: 500 .9375em/1.4 ui-monospace, "Cascadia Mono", Menlo, monospace; overflow-wrap: anywhere }
.method { display: inline-block; min-width: 4.2rem; font-weight: 680; color: var(--law) }
.small { font-size: .9375rem; color: var(--ink-2) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; gap: 0 } .facts dd { margin-bottom: .6rem } .inset { margin-left: 0; padding-left: .9rem } button { width: 100% } main.inner { padding-top: 1.25rem } }
@media print { .bar, footer, form { display: none } body { background: none } }
`;
