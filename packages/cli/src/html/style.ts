/**
 * Colours and their second sign, so that nobody has to tell colours apart: a stated value is underlined, a normalized
 * one twice, an inferred one by a wave, a place without a value by dashes.
 */
const colors = `
:root {
  color-scheme: light dark;
  --paper: #fff; --desk: #f4f3f0; --ink: #1d1c1a; --quiet: #5f5c56; --faint: #6d6a63; --rule: #dedbd4; --focus: #1a5fd0;
  --stated: #dce9fd; --stated-ink: #1a56b8;
  --normalized: #d3f0e2; --normalized-ink: #0b6b47;
  --inferred: #fdeac4; --inferred-ink: #8a4b00;
  --absent: #fdf0f0; --absent-ink: #b0203a;
  --unmapped: #ece5fa; --unmapped-ink: #6a3fb5;
  --untraced: #e9e8e4; --untraced-ink: #57544e;
  --citation: #d5eff2; --citation-ink: #0a6470;
  --mention: #fbe3f1; --mention-ink: #9c1f6b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191d; --desk: #0f1013; --ink: #ebe9e4; --quiet: #a9a69f; --faint: #918e88; --rule: #32353c; --focus: #8ab4ff;
    --stated: #1a2d4a; --stated-ink: #9cc2ff;
    --normalized: #123d2d; --normalized-ink: #7fdcb3;
    --inferred: #47310a; --inferred-ink: #ffc869;
    --absent: #3a1a20; --absent-ink: #ff9aa9;
    --unmapped: #322650; --unmapped-ink: #c9b0ff;
    --untraced: #2a2c31; --untraced-ink: #b9b6b0;
    --citation: #0f3a40; --citation-ink: #7fdbe6;
    --mention: #43203a; --mention-ink: #ffa6d8;
  }
}
.stated { --back: var(--stated); --fore: var(--stated-ink); --line: solid; }
.normalized { --back: var(--normalized); --fore: var(--normalized-ink); --line: double; }
.inferred { --back: var(--inferred); --fore: var(--inferred-ink); --line: wavy; }
.absent { --back: var(--absent); --fore: var(--absent-ink); --line: dashed; }
.unmapped { --back: var(--unmapped); --fore: var(--unmapped-ink); --line: dotted; }
.untraced { --back: var(--untraced); --fore: var(--untraced-ink); --line: dotted; }
.citation { --back: var(--citation); --fore: var(--citation-ink); --line: solid; }
.mention { --back: var(--mention); --fore: var(--mention-ink); --line: double; }
`;

const frame = `
* { box-sizing: border-box; }
html { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif; }
body { margin: 0; background: var(--desk); color: var(--ink); -webkit-text-size-adjust: 100%; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code, .path, .rule, .at, .code .text { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 5; background: var(--paper); padding: .3rem .7rem; }

header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .55rem 1.5rem; align-items: end; padding: .9rem 1.4rem .7rem; }
.brand { margin: 0; font-size: .8rem; font-weight: 600; letter-spacing: .02em; color: var(--quiet); }
.brand span { font-weight: 400; }
h1 { margin: 0; font-size: 1.35rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
.chips { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin: .1rem 0 0; color: var(--quiet); font-size: .87rem; }
.share { margin: 0; text-align: right; color: var(--quiet); font-size: .87rem; white-space: nowrap; }
.share strong { display: block; font-size: 2rem; line-height: 1; font-weight: 650; letter-spacing: -.03em; color: var(--ink); font-variant-numeric: tabular-nums; }
.strip { grid-column: 1 / -1; width: 100%; height: 14px; display: block; background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; cursor: pointer; }
.strip rect { fill: var(--fore); opacity: .78; }
.legend { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .3rem .35rem; margin: 0; padding: 0; list-style: none; font-size: .85rem; }
.key { display: flex; gap: .4rem; align-items: baseline; font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 999px; padding: .12rem .55rem; }
button.key { cursor: pointer; background: var(--paper); border-color: var(--rule); }
button.key:hover { border-color: var(--fore); }
.key b { font-weight: 600; font-variant-numeric: tabular-nums; }
.key[aria-pressed="false"] { opacity: .6; text-decoration: line-through; }
.swatch { color: var(--fore); text-decoration: underline var(--line) 1.5px; text-underline-offset: 3px; font-weight: 600; }
.key.unused { --fore: var(--faint); }
.key.unused .swatch { text-decoration: none; font-weight: 400; }

main { display: grid; gap: 1px; background: var(--rule); border-top: 1px solid var(--rule); }
.source, .values { background: var(--paper); padding: 1.1rem 1.4rem 3rem; min-width: 0; outline: none; }
.note, .empty { margin: 0 0 1rem; padding: .5rem .8rem; border-left: 3px solid var(--inferred-ink); background: var(--desk); font-size: .9rem; }
@media (min-width: 900px) {
  body { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100vh; height: 100dvh; }
  main { grid-template-columns: minmax(0, 1.2fr) minmax(22rem, 1fr); min-height: 0; }
  .source, .values { overflow: auto; overscroll-behavior: contain; position: relative; }
  .now { display: none; }
}
@media (max-width: 899px) {
  header { padding: .8rem 1rem .6rem; }
  .source, .values { padding: 1rem 1rem 2rem; }
  body:has(.now:not([hidden])) { padding-bottom: 5rem; }
  .now { position: fixed; inset: auto 0 0; margin: 0; padding: .7rem 1rem; max-height: 6.4rem; overflow: auto; background: var(--paper); border-top: 3px solid var(--fore); box-shadow: 0 -4px 20px #0003; font-size: .92rem; overflow-wrap: anywhere; }
  .now a { white-space: nowrap; color: var(--focus); }
}
`;

const text = `
.text { counter-reset: line; color: var(--faint); overflow-wrap: anywhere; font-size: 1rem; --row: 1.62rem; line-height: var(--row); }
.code .text { font-size: .84rem; --row: 1.3rem; }
.untraced .text { color: var(--ink); }
.line { position: relative; padding-left: 2.9rem; min-height: .8em; white-space: pre-wrap; unicode-bidi: isolate; }
.line:empty { min-height: .7em; }
.line::before { counter-increment: line; content: counter(line); position: absolute; left: 0; width: 2.2rem; text-align: right; font: .72rem/var(--row) ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; color: var(--faint); user-select: none; }
.line:empty::before { visibility: hidden; }
.line:target { background: var(--desk); }
.m { color: var(--ink); background: var(--back); text-decoration: underline var(--line) var(--fore) 1.5px; text-underline-offset: 3.5px; text-decoration-skip-ink: none; border-radius: 2px; padding: .08em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; cursor: pointer; }
.m.long { text-decoration: none; }
.m.absent { color: var(--absent-ink); text-decoration-thickness: 1px; }
.m.absent[data-why]::after { content: "  " attr(data-why); font-size: .8em; font-style: italic; }
.m, .fact { scroll-margin: 5rem 0; }
.m.near, .m.on { background: var(--fore); color: var(--paper); text-decoration-color: var(--paper); }
.m.long.near, .m.long.on { background: var(--back); color: var(--ink); box-shadow: 0 2px 0 var(--fore); }
.no-stated .m.stated, .no-normalized .m.normalized, .no-inferred .m.inferred, .no-absent .m.absent, .no-unmapped .m.unmapped, .no-citation .m.citation, .no-mention .m.mention { background: none; color: inherit; text-decoration: none; }
.no-absent .m.absent::after { display: none; }
.no-stated .fact.stated, .no-normalized .fact.normalized, .no-inferred .fact.inferred, .no-absent .fact.absent, .no-unmapped .fact.unmapped, .no-untraced .fact.untraced, .no-citation .fact.citation, .no-mention .fact.mention { display: none; }
.wire { position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none; z-index: 3; }
.wire path { fill: none; stroke: var(--fore); stroke-width: 1.5; stroke-linecap: round; }
`;

const list = `
h2 { margin: 0; font-size: 1.15rem; font-weight: 650; overflow-wrap: anywhere; }
.trial + .trial { margin-top: 2.2rem; padding-top: 1.4rem; border-top: 3px solid var(--rule); }
.name { margin: .1rem 0 0; color: var(--quiet); font-size: .92rem; }
h3 { margin: 1.35rem 0 .35rem; font-size: .95rem; font-weight: 650; }
.facts { margin: 0; padding: 0; list-style: none; }
.go { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr) minmax(5rem, 8.4rem); gap: 0 .9rem; align-items: baseline; padding: .34rem .6rem .34rem .7rem; border-left: 3px solid var(--fore); border-top: 1px solid var(--rule); text-decoration: none; color: inherit; }
.part .go { border-top-color: transparent; padding-top: .08rem; }
.part .label { padding-left: .9rem; }
.part .value, .part .value code { font-size: .93rem; }
.facts .fact:first-child .go { border-top-color: transparent; }
a.go:hover, .near .go, .on .go, .fact:target .go { background: var(--back); --faint: var(--ink); --quiet: var(--ink); }
.on .go { box-shadow: inset 0 0 0 1.5px var(--fore); }
.label { color: var(--quiet); font-size: .88rem; overflow-wrap: break-word; }
.value { overflow-wrap: anywhere; }
.words { white-space: pre-line; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; line-clamp: 4; overflow: hidden; }
.on .words, .fact:target .words { -webkit-line-clamp: none; line-clamp: none; }
.value code { font-size: .9em; }
.value.none { color: var(--absent-ink); font-style: italic; }
.value.none q { font-style: normal; }
.detail { font-size: .87rem; color: var(--quiet); margin-right: .5rem; }
.detail i { color: var(--faint); }
.how { font-size: .8rem; line-height: 1.35; color: var(--faint); }
.how b { color: var(--fore); font-weight: 600; }
.rule { display: block; overflow-wrap: anywhere; font-size: .93em; }
.path { grid-column: 2 / -1; overflow-wrap: anywhere; font-size: .76rem; color: var(--faint); }
.place { font-variant-numeric: tabular-nums; white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.silent { margin: 0; font-size: .88rem; }
.silent dt { color: var(--absent-ink); font-style: italic; margin-top: .3rem; }
.silent dd { margin: 0; color: var(--quiet); }
.silent dd span:not(:last-child)::after { content: ","; }
.issues { margin: 0 0 1.3rem; border: 1px solid var(--rule); border-radius: 6px; padding: .5rem .8rem; font-size: .89rem; }
.issues summary { cursor: pointer; font-weight: 650; }
.issues ul { margin: .3rem 0 .2rem; padding: 0; list-style: none; }
.issues li { padding: .25rem 0; overflow-wrap: anywhere; }
.severity { font-weight: 650; color: var(--stated-ink); }
.warning .severity { color: var(--inferred-ink); }
.error .severity { color: var(--absent-ink); }
.at { font-size: .8rem; color: var(--faint); }
@media (max-width: 520px), (min-width: 900px) and (max-width: 1180px) {
  .go { grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); }
  .how { grid-column: 2; }
  .rule { display: inline; margin-left: .3rem; }
}
`;

const paper = `
@media print {
  :root { --paper: #fff; --desk: #fff; --ink: #000; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10.5px; }
  body, main { display: block; height: auto; }
  .source, .values { overflow: visible; padding: .8rem 0; }
  .values { break-before: page; }
  .wire, .skip, .now { display: none; }
  .fact, .line { break-inside: avoid; }
  .words { display: block; }
}
@media (forced-colors: active) {
  .m.near, .m.on, .on .go, .near .go { outline: 2px solid Highlight; }
}
`;

export const pageStyle = colors + frame + text + list + paper;
