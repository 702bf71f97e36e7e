import type { Translator } from '../texts/translator.ts'
import { constantMarkup, type Html, html } from './escape-html.ts'
import { itemArticle, verdictMark } from './html-item.ts'
import { htmlStyle } from './html-style.data.ts'
import type { Coverage, Report, ReportField } from './model.ts'

/**
 * SHA-256 of the style sheet, base64: the page allows this one and nothing else. A test compares it.
 */
export const htmlStyleDigest = '1CltN5R5Td+bAU9lUukZT4fHcvRdoVKdCzqmgUQzcwo='

/** SECURITY: whatever got past the escaping could load, send or run nothing. */
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${htmlStyleDigest}'; base-uri 'none'; form-action 'none'`

/** The report as one HTML page that needs nothing else: no script, no picture, no font from outside. */
export function htmlReport(report: Report, translator: Translator): string {
  const title = translator.text('report/title-of', { server: report.server })
  const page = html`<!doctype html>
<html lang="${report.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${constantMarkup(htmlStyle)}</style>
</head>
<body>
<div class="page">
${header(report, translator)}
<main id="main">
${result(report, translator)}
${checklistTable(report, translator)}
${gaps(report, translator)}
${openItems(report, translator)}
${logins(report, translator)}
${notChecked(report, translator)}
${details(report, translator)}
</main>
${about(report, translator)}
</div>
</body>
</html>
`
  return page.markup
}

function header(report: Report, translator: Translator): Html {
  return html`<header>
${report.sample === undefined ? undefined : html`<p class="sample" role="note">${report.sample}</p>`}
<h1>${report.title}</h1>
<p class="lead"><bdi>${report.server}</bdi> · <bdi>${report.organization}</bdi></p>
${fieldList(report.fields, 'fields')}
<nav aria-label="${translator.text('report/heading/contents')}">
<ul class="contents">
${sections.map((id) => html`<li><a href="#${id}">${translator.text(`report/heading/${id}`)}</a></li>\n`)}</ul>
</nav>
</header>`
}

const sections = ['checklists', 'gaps', 'open', 'logins', 'not-checked', 'details', 'about'] as const

function section(id: (typeof sections)[number], translator: Translator, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${translator.text(`report/heading/${id}`)}</h2>
${content}
</section>`
}

function fieldList(fields: readonly ReportField[], className: string): Html {
  return html`<dl class="${className}">
${fields.map(({ label, value, instant }) => html`<div><dt>${label}</dt><dd>${fieldValue(value, instant)}</dd></div>\n`)}</dl>`
}

function fieldValue(value: string, instant: string | undefined): Html {
  if (instant === undefined) return html`<bdi>${value}</bdi>`
  return html`<time datetime="${instant}">${value}</time><br><span class="soft small">${instant}</span>`
}

function result(report: Report, translator: Translator): Html {
  const { coverage, grade } = report
  const also =
    coverage.notApplicable === 0 ? undefined : translator.text('report/coverage/not-applicable', { count: coverage.notApplicable })
  return html`<div class="result">
<section class="panel" aria-labelledby="grade-heading">
<h2 id="grade-heading">${translator.text('report/heading/grade')}</h2>
<p class="big">${verdictMark(gradeMarks[grade.id], grade.word)}</p>
<p>${grade.sentence}</p>
</section>
<section class="panel" aria-labelledby="coverage-heading">
<h2 id="coverage-heading">${translator.text('report/heading/coverage')}</h2>
<p>${coverage.inWords}.</p>
${bar(coverage)}
${also === undefined ? undefined : html`<p class="soft small">${also}</p>`}
<p class="small">${translator.text('report/field/next-review')}: <strong>${report.nextReview.sentence}</strong></p>
</section>
</div>`
}

const gradeMarks = { best: 'pass', good: 'pass', gaps: 'fail', incomplete: 'attention' } as const

/** The words beside it say the same: the bar is hidden from screen readers. */
function bar(coverage: Coverage): Html | undefined {
  if (coverage.total === 0) return undefined
  const kinds = [
    ['pass', coverage.verified],
    ['person', coverage.byPerson],
    ['attention', coverage.open],
    ['unknown', coverage.unknown],
  ] as const
  let start = 0
  const parts = kinds.map(([name, count]) => {
    const part = html`<rect class="${name}" x="${start}" y="0" width="${count}" height="1"/>`
    start += count
    return part
  })
  return html`<svg class="bar" viewBox="0 0 ${coverage.total} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>`
}

function checklistTable(report: Report, translator: Translator): Html {
  const counted = ['pass', 'fail', 'attention', 'unknown', 'not-applicable'] as const
  const rows = report.checklists.map(
    (
      checklist,
    ) => html`<tr><th scope="row">${checklist.title}</th><td>${verdictMark(outcomeMarks[checklist.outcome], checklist.outcomeWord)}</td>
${counted.map((verdict) => html`<td class="number">${checklist.counts[verdict]}</td>`)}</tr>\n`,
  )
  const others = report.otherPacks.map((pack) => html`<p class="soft">${pack.title}: ${pack.sentence}</p>\n`)
  const table = html`<div class="scroll" role="region" tabindex="0" aria-labelledby="checklists-heading"><table>
<thead><tr><th scope="col">${translator.text('report/column/checklist')}</th><th scope="col">${translator.text('report/column/outcome')}</th>
${counted.map((verdict) => html`<th scope="col" class="number">${translator.text(`report/verdict/${verdict}`)}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
${others}`
  return section('checklists', translator, table)
}

const outcomeMarks = { complete: 'pass', gaps: 'fail', open: 'attention', 'not-applicable': 'not-applicable' } as const

function gaps(report: Report, translator: Translator): Html {
  const none = html`<p>${translator.text('report/none/gaps')}</p>`
  const items = report.gaps.map((item) => itemArticle(item, translator, { place: 'gap', heading: 'h3', withEvidence: false }))
  return section('gaps', translator, html`${items.length === 0 ? none : items}`)
}

function openItems(report: Report, translator: Translator): Html {
  const none = html`<p>${translator.text('report/none/open')}</p>`
  const items = report.open.map((item) => itemArticle(item, translator, { place: 'open', heading: 'h3', withEvidence: false }))
  return section('open', translator, html`${items.length === 0 ? none : items}`)
}

function logins(report: Report, translator: Translator): Html {
  if (report.logins.length === 0) return section('logins', translator, html`<p>${translator.text('report/none/logins')}</p>`)
  const rows = report.logins.map(
    ({ login, details: found }) => html`<tr><th scope="row"><bdi>${login}</bdi></th><td>${lines(found)}</td></tr>\n`,
  )
  const table = html`<table>
<thead><tr><th scope="col">${translator.text('report/column/login')}</th><th scope="col">${translator.text('report/column/found')}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
  return section('logins', translator, table)
}

function lines(texts: readonly string[]): Html {
  return html`${texts.map((text, index) => html`${index === 0 ? undefined : html`<br>`}<bdi>${text}</bdi>`)}`
}

function notChecked({ notChecked: missing }: Report, translator: Translator): Html {
  if (missing.isEmpty) return section('not-checked', translator, html`<p>${translator.text('report/none/not-checked')}</p>`)
  const list = (key: string, entries: readonly Html[]): Html | undefined =>
    entries.length === 0 ? undefined : html`<h3>${translator.text(`report/heading/not-checked-${key}`)}</h3>\n<ul>\n${entries}</ul>\n`
  const content = html`${list(
    'items',
    missing.items.map((item) => html`<li><a href="#item-${item.id}">${item.title}</a>: ${item.sentence}</li>\n`),
  )}${list(
    'probes',
    missing.probes.map(({ name, reason }) => html`<li>${name}: <bdi>${reason}</bdi></li>\n`),
  )}${list(
    'answers',
    missing.answers.map((answer) => html`<li>${answer}</li>\n`),
  )}`
  return section('not-checked', translator, content)
}

function details(report: Report, translator: Translator): Html {
  const checklists = report.checklists.map(
    (checklist) => html`<h3>${checklist.title}</h3>
<p class="soft">${checklist.outcomeWord}: ${checklist.countsInWords}</p>
${checklist.items.map((item) => itemArticle(item, translator, { place: 'item', heading: 'h4', withEvidence: true }))}`,
  )
  return section('details', translator, html`${checklists}`)
}

function about(report: Report, translator: Translator): Html {
  return html`<footer id="about" aria-labelledby="about-heading">
<h2 id="about-heading">${translator.text('report/heading/about')}</h2>
${report.scope.map((sentence) => html`<p>${sentence}</p>\n`)}<p>${translator.text('report/times')}</p>
${fieldList(report.identity, 'fields identity')}
</footer>`
}
