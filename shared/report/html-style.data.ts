/** Style sheet of the HTML report: calm on screen in light and dark, black on white on A4 and Letter. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: #1b2430; --soft: #566273; --line: #d5dbe3; --ground: #ffffff; --raised: #f5f7fa;
  --pass: #1a6b3c; --fail: #a4262c; --attention: #8a5300; --unknown: #4a5568; --not-applicable: #5d6776; --accent: #1f4e79; }
@media (prefers-color-scheme: dark) { :root { --text: #e8ecf1; --soft: #a9b4c2; --line: #3a4553; --ground: #151b23; --raised: #1d2530;
  --pass: #6fcf97; --fail: #ff9a94; --attention: #f0b45c; --unknown: #b6c0cd; --not-applicable: #9aa6b5; --accent: #8cc0f0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 "Segoe UI", system-ui, -apple-system, "DejaVu Sans", sans-serif; }
.page { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: anywhere; }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 600; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 600; margin: 3rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
.contents { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: 1.5rem 0 0; font-size: .9rem; }
h3 { font-size: 1.1rem; font-weight: 600; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; font-weight: 600; margin: 0; } .item h3 { margin: 0; }
p { margin: .4rem 0; } .soft { color: var(--soft); } .small { font-size: .875rem; }
.lead { font-size: 1.15rem; color: var(--soft); margin: 0 0 1.5rem; }
.sample { border: 2px dashed var(--attention); border-radius: .5rem; padding: .6rem 1rem; margin: 0 0 1.5rem; font-weight: 600; }
dl.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .9rem 2rem; margin: 0; }
dl.fields dt { color: var(--soft); font-size: .875rem; } dl.fields dd { margin: 0; font-weight: 500; }
dl.identity dd { font: .875rem/1.5 Consolas, "DejaVu Sans Mono", monospace; }
.result { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; margin-top: 2rem; }
.panel { background: var(--raised); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.3rem; }
.panel h2 { border: 0; margin: 0 0 .3rem; padding: 0; font-size: .875rem; font-weight: 600; color: var(--soft); }
.panel .big { font-size: 1.5rem; line-height: 1.25; font-weight: 600; margin: 0 0 .4rem; }
.bar { display: block; width: 100%; height: .7rem; margin: .8rem 0 .2rem; border-radius: .35rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .875rem; font-weight: 600; color: var(--soft); overflow-wrap: normal; } tbody th { font-weight: 500; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
.verdict { white-space: nowrap; font-weight: 600; } .verdict::before { margin-right: .45em; font-weight: 700; }
.pass { color: var(--pass); } .pass::before { content: "\\2713" / ""; }
.fail { color: var(--fail); } .fail::before { content: "\\2717" / ""; }
.attention { color: var(--attention); } .attention::before { content: "!" / ""; }
.unknown { color: var(--unknown); } .unknown::before { content: "?" / ""; }
.not-applicable { color: var(--not-applicable); } .not-applicable::before { content: "\\2013" / ""; }
svg .pass { fill: var(--pass); } svg .person { fill: var(--accent); } svg .attention { fill: var(--attention); } svg .unknown { fill: var(--line); }
.item { margin: 0 0 1.25rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-left-width: .3rem; border-radius: .4rem; break-inside: avoid-page; }
.item.long { break-inside: auto; }
.item-fail { border-left-color: var(--fail); } .item-attention { border-left-color: var(--attention); } .item-pass { border-left-color: var(--pass); }
.item-unknown { border-left-color: var(--unknown); } .item-accepted { border-left-style: double; }
.item-head { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
.step { margin-top: .5rem; padding-left: 1rem; border-left: 2px solid var(--line); }
pre { margin: .4rem 0; padding: .5rem .8rem; overflow-x: auto; background: var(--raised); border-radius: .3rem; font: .85rem/1.5 Consolas, "DejaVu Sans Mono", monospace; }
.chip { border: 1px solid currentColor; border-radius: 1rem; padding: .05rem .6rem; font-size: .875rem; white-space: nowrap; }
ul { margin: .4rem 0; padding-left: 1.3rem; } li { margin: .25rem 0; }
.evidence { font-size: .9rem; margin-bottom: 0; } .evidence caption { text-align: left; color: var(--soft); font-size: .875rem; }
.evidence tbody th { width: 28%; } .evidence td:nth-child(3) { width: 20%; } .scroll tbody th { min-width: 10rem; overflow-wrap: normal; } footer { margin-top: 3rem; }
@media (max-width: 40rem) { .page { padding: 1rem; } .evidence tbody th, .evidence td:nth-child(3) { width: auto; } }
@media (forced-colors: active) { .item { border-left-color: CanvasText; } .bar { display: none; } }
@page { margin: 16mm 15mm; }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #444; --line: #bbb; --ground: #fff; --raised: #fff; --pass: #145530; --fail: #8f1d22;
    --attention: #6f4300; --unknown: #333; --not-applicable: #444; --accent: #1f4e79; }
  body { font-size: 9.5pt; line-height: 1.4; } .page { max-width: none; padding: 0; } th, td { padding-top: .2rem; padding-bottom: .2rem; }
  .item { padding: .5rem .8rem; margin-bottom: .7rem; } .result { margin-top: 1rem; } .panel { padding: .6rem .9rem; } p { margin: .2rem 0; } nav { display: none; }
  h1, h2, h3, h4, .item-head { break-after: avoid; } tr, .panel { break-inside: avoid; } thead { display: table-header-group; }
  pre { white-space: pre-wrap; overflow: visible; border: 1px solid var(--line); } a { color: inherit; text-decoration: none; } h2 { margin: 1.4rem 0 .6rem; } h3 { margin-top: 1rem; } .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
