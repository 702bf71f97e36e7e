/** Style sheet of the HTML report: calm on screen in light and dark, black on white on A4 and Letter. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: #1b2430; --soft: #566273; --line: #d5dbe3; --ground: #ffffff; --raised: #f4f6f9; --person: #3b6ea5;
  --pass: #1a6b3c; --fail: #a4262c; --attention: #8a5300; --unknown: #4a5568; --not-applicable: #566273; --accent: #1f4e79; }
@media (prefers-color-scheme: dark) { :root { --text: #e8ecf1; --soft: #a9b4c2; --line: #3a4553; --ground: #151b23; --raised: #1d2530; --person: #6aa3dd;
  --pass: #6fcf97; --fail: #ff9a94; --attention: #f0b45c; --unknown: #b6c0cd; --not-applicable: #a9b4c2; --accent: #8cc0f0; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; border-top: .4rem solid var(--accent); background: var(--ground); color: var(--text);
  font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, "DejaVu Sans", sans-serif; }
.page { max-width: 58rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .15em; } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.front { display: flex; gap: 1.5rem; justify-content: space-between; align-items: flex-start; }
.qr { flex: none; width: 7.5rem; height: 7.5rem; border-radius: .3rem; } .qr-ground { fill: #ffffff; } .qr-code { fill: #000000; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 700; margin: 0 0 .3rem; }
.kicker { display: block; margin-bottom: .35rem; font-size: 1rem; color: var(--accent); }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; color: var(--accent); margin: 2.5rem 0 .8rem; }
h3 { font-size: 1.05rem; font-weight: 600; margin: 1.5rem 0 .4rem; } h4 { font-size: 1rem; font-weight: 600; margin: 0; } .item h3 { margin: 0; }
p { margin: .35rem 0; } .soft { color: var(--soft); } .small { font-size: .875rem; }
.lead { font-size: 1.1rem; color: var(--soft); margin: 0 0 .6rem; }
.sample { border: 2px dashed var(--attention); border-radius: .4rem; padding: .5rem .9rem; margin: 0 0 1.5rem; font-weight: 600; }
dl.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: .9rem 1.5rem; margin: 1.5rem 0 0; }
dl.fields dt { color: var(--soft); font-size: .875rem; } dl.fields dd { margin: 0; }
dl.identity { display: block; } dl.identity div { margin: .4rem 0; } dl.identity dd { font: .875rem/1.5 Consolas, "DejaVu Sans Mono", monospace; }
.result { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; margin-top: 1.75rem; }
.panel { background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; padding: 1.1rem 1.3rem; }
.panel h2 { margin: 0 0 .2rem; font-size: .875rem; color: var(--soft); }
.with-mark { display: flex; gap: 1.1rem; align-items: flex-start; } .big-mark { flex: none; width: 3.4rem; height: 3.4rem; fill: none; stroke: currentColor; }
.big-mark circle { fill: var(--ground); stroke-width: 1.4; } .big-mark path { stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.panel .big { font-size: 1.7rem; line-height: 1.2; font-weight: 700; margin: 0 0 .3rem; }
.bar { display: block; width: 100%; height: .6rem; margin: .6rem 0 .6rem; border-radius: .3rem; }
.contents { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: 1.5rem 0 0; font-size: .9rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .875rem; font-weight: 600; color: var(--soft); overflow-wrap: normal; } tbody th { font-weight: 500; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } .scroll tbody th { min-width: 10rem; overflow-wrap: normal; }
.checklists th:first-child { width: 48%; } .logins { width: auto; min-width: min(100%, 30rem); } .logins th:first-child { padding-right: 2.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.verdict { white-space: nowrap; font-weight: 600; } .verdict::before { margin-right: .45em; font-weight: 700; }
.pass, .pass-text { color: var(--pass); } .verdict.pass::before { content: "\\2713" / ""; }
.fail, .fail-text { color: var(--fail); } .verdict.fail::before { content: "\\2717" / ""; }
.attention, .attention-text { color: var(--attention); } .verdict.attention::before { content: "!" / ""; }
.unknown { color: var(--unknown); } .verdict.unknown::before { content: "?" / ""; }
.not-applicable { color: var(--not-applicable); } .verdict.not-applicable::before { content: "\\2013" / ""; }
.bar .pass { fill: var(--pass); } .bar .person { fill: var(--person); } .bar .attention { fill: var(--attention); } .bar .unknown { fill: var(--line); }
.item { margin: 0 0 1rem; padding: .8rem 1.1rem; border: 1px solid var(--line); border-left-width: .3rem; border-radius: .4rem; break-inside: avoid; }
.item.long { break-inside: auto; }
.item-fail { border-left-color: var(--fail); } .item-attention { border-left-color: var(--attention); } .item-pass { border-left-color: var(--pass); }
.item-unknown { border-left-color: var(--unknown); } .item-accepted { border-left-style: double; }
.item-head { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
.item-head > :first-child { flex: 1 1 14rem; }
.step { margin-top: .5rem; padding-left: .9rem; border-left: 2px solid var(--line); }
pre { margin: .4rem 0; padding: .5rem .8rem; white-space: pre-wrap; background: var(--raised); border-radius: .3rem; font: .85rem/1.5 Consolas, "DejaVu Sans Mono", monospace; }
.chip { border: 1px solid currentColor; border-radius: 1rem; padding: .05rem .6rem; font-size: .875rem; font-weight: 600; }
ul { margin: .4rem 0; padding-left: 1.3rem; } li { margin: .3rem 0; }
.ticks { list-style: none; padding: 0; } .ticks li { padding-left: 1.4em; text-indent: -1.4em; break-inside: avoid; } .ticks li > * { text-indent: 0; }
.ticks li::before { content: "\\2713" / ""; display: inline-block; width: 1.4em; text-indent: 0; color: var(--pass); font-weight: 700; }
.none-of { display: flex; flex-wrap: wrap; gap: 0 1.6rem; margin-top: 1.2rem; } .columns { columns: 2 22rem; column-gap: 2rem; }
.evidence { font-size: .9rem; margin-bottom: 0; } .evidence caption { text-align: left; color: var(--soft); font-size: .875rem; }
.evidence tbody th { width: 30%; } .evidence td:nth-child(3) { width: 18%; } footer { margin-top: 2.5rem; }
@media (max-width: 40rem) { .page { padding: 1rem 1rem 3rem; } .front { flex-direction: column; gap: .8rem; } h1 { font-size: 1.6rem; }
  .checklists .verdict { white-space: normal; } .checklists th, .checklists td { padding-right: .5rem; } .checklists th:first-child { width: auto; }
  .evidence, .evidence tbody, .evidence tr, .evidence th, .evidence td { display: block; } .evidence thead { display: none; }
  .evidence tbody th, .evidence td { width: auto; border: 0; padding: .1rem 0; } .evidence td:nth-child(3) { width: auto; }
  .evidence tr { padding: .4rem 0; border-bottom: 1px solid var(--line); } }
@media (forced-colors: active) { .item { border-left-color: CanvasText; } .bar { display: none; } .qr { forced-color-adjust: none; } }
@page { margin: 14mm 15mm 16mm; }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #444; --line: #bbb; --ground: #fff; --raised: #f6f7f9; --pass: #145530; --fail: #8f1d22;
    --attention: #6f4300; --unknown: #333; --not-applicable: #444; --accent: #1f4e79; --person: #3b6ea5; }
  html { font-size: 9.2pt; } body { border: 0; line-height: 1.35; } .page { max-width: none; padding: 0; } th, td { padding-top: .2rem; padding-bottom: .2rem; }
  .front { flex-direction: row; gap: 1.5rem; } .qr { width: 26mm; height: 26mm; } .result { grid-template-columns: 1fr 1fr; margin-top: .8rem; } h1 { font-size: 1.9rem; }
  .item { padding: .4rem .7rem; margin-bottom: .5rem; } .panel { padding: .6rem .9rem; } p { margin: .2rem 0; } li { margin: .15rem 0; } nav { display: none; }
  dl.fields { grid-template-columns: repeat(5, 1fr); gap: .5rem .8rem; margin-top: .8rem; } .columns { columns: 2; } .none-of { margin-top: .5rem; }
  h1, h2, h3, h4, .item-head, caption, thead { break-after: avoid; } tr, .panel, .step { break-inside: avoid; } thead { display: table-header-group; }
  pre { border: 1px solid var(--line); } .scroll { overflow: visible; } a { color: inherit; text-decoration: none; } h2 { margin: 1.1rem 0 .4rem; } h3 { margin-top: .8rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
