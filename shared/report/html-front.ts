import type { Translator } from '../texts/translator.ts'
import { type Html, html } from './escape-html.ts'
import type { Coverage, Report, ReportField } from './model.ts'
import { qrCode } from './qr.ts'
import { gradeMarks, signPaths } from './signs.data.ts'

/** Already said by the heading of the page. */
const inTheHeading: ReadonlySet<string> = new Set(['organization', 'server', 'erp', 'phase'])

/** Who and what, with the number and the QR code. */
export function header(report: Report, translator: Translator): Html {
  const what = report.fields.filter(({ id }) => id !== 'organization' && inTheHeading.has(id))
  return html`<header>
${report.sample === undefined ? undefined : html`<p class="sample" role="note">${report.sample}</p>\n`}<div class="front">
<div>
<h1><span class="kicker">${report.title}</span> <bdi>${report.organization}</bdi></h1>
<p class="lead">${what.map(({ value }, index) => html`${index === 0 ? '' : ' · '}<bdi>${value}</bdi>`)}</p>
<p><strong>${translator.text('report/labelled', { label: translator.text('report/field/number'), text: report.identity.number })}</strong></p>
</div>
${qrImage(report, translator)}
</div>
</header>`
}

/** When, by whom, from what, and how far it can be relied on. */
function particulars(report: Report, translator: Translator): Html {
  const fields = report.fields.filter(({ id }) => !inTheHeading.has(id))
  const review = html`<div><dt>${translator.text('report/field/next-review')}</dt><dd>${report.nextReview.sentence}</dd></div>
<div><dt>${translator.text('report/field/state')}</dt><dd>${report.state.word}<br><span class="soft small">${report.state.note}</span></dd></div>
`
  return fieldList(fields, 'fields', review)
}

/** On white in every colour scheme: readers need dark modules on a light ground. */
function qrImage({ identity: { qrText } }: Report, translator: Translator): Html {
  const { size, path } = qrCode(qrText)
  const alternative = translator.text('report/qr-alternative', { text: qrText })
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${alternative}"><rect class="qr-ground" width="${size}" height="${size}"/><path class="qr-code" d="${path}"/></svg>`
}

export function fieldList(fields: readonly ReportField[], className: string, more?: Html): Html {
  return html`<dl class="${className}">
${fields.map(({ label, value, instant }) => html`<div><dt>${label}</dt><dd>${fieldValue(value, instant)}</dd></div>\n`)}${more}</dl>`
}

function fieldValue(value: string, instant: string | undefined): Html {
  if (instant === undefined) return html`<bdi>${value}</bdi>`
  return html`<time datetime="${instant}">${value}</time><br><span class="soft small">${instant}</span>`
}

/** How good, how sure, when and by whom it was found, and what there is none of. */
export function result(report: Report, translator: Translator): Html {
  const { coverage, grade } = report
  const mark = gradeMarks[grade.id]
  const also =
    coverage.notApplicable === 0 ? undefined : translator.text('report/coverage/not-applicable', { count: coverage.notApplicable })
  const none = report.noneOf.map((sentence) => html`<li>${sentence}</li>\n`)
  return html`<div class="result">
<section class="panel with-mark" aria-labelledby="grade-heading">
<svg class="big-mark ${mark}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="11"/><path d="${signPaths[mark]}"/></svg>
<div>
<h2 id="grade-heading">${translator.text('report/heading/grade')}</h2>
<p class="big ${mark}-text">${grade.word}</p>
<p>${grade.sentence}</p>
</div>
</section>
<section class="panel" aria-labelledby="coverage-heading">
<h2 id="coverage-heading">${translator.text('report/heading/coverage')}</h2>
${bar(coverage)}<p><strong>${coverage.inWords}.</strong></p>
${also === undefined ? undefined : html`<p class="soft small">${also}</p>\n`}</section>
</div>
${particulars(report, translator)}
${none.length === 0 ? undefined : html`<ul class="ticks none-of">\n${none}</ul>`}`
}

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
  return html`<svg class="bar" viewBox="0 0 ${coverage.total} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>\n`
}
