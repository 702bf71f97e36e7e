import type { Translator } from '../texts/translator.ts'
import { type Html, html } from './escape-html.ts'
import { fieldList, header, result } from './html-front.ts'
import { itemArticle } from './html-item.ts'
import { htmlPage } from './html-page.ts'
import { checklistTable, doesNotApply, lines, logins, notChecked, passed, type Section } from './html-sections.ts'
import type { Report, ReportItem } from './model.ts'

/** The report as one HTML page that needs nothing else: no script, no picture, no font from outside. */
export function htmlReport(report: Report, translator: Translator): string {
  const sections = sectionsOf(report, translator)
  const content = html`${header(report, translator)}
<main id="main">
${result(report, translator)}
${contents(sections, translator)}
${sections.map((each) => sectionOf(each, translator))}</main>
${about(report, translator)}`
  return htmlPage(report.language, translator.text('report/title-of', { server: report.server }), content)
}

/** What the page consists of, in the order of the printed certificate; a part that there is nothing of is a line of the result. */
function sectionsOf(report: Report, translator: Translator): Section[] {
  const notAccepted = (items: readonly ReportItem[]): readonly ReportItem[] => items.filter(({ accepted }) => accepted === undefined)
  const articles = (place: 'gap' | 'accepted' | 'open', items: readonly ReportItem[]): readonly Html[] =>
    items.map((item) => itemArticle(item, translator, { place, heading: 'h3', withEvidence: false }))
  const sections: readonly Section[] = [
    { id: 'checklists', content: [checklistTable(report, translator)] },
    { id: 'logins', content: [logins(report, translator)] },
    { id: 'gaps', content: articles('gap', notAccepted(report.gaps)) },
    { id: 'accepted', content: articles('accepted', report.accepted) },
    { id: 'open', content: articles('open', notAccepted(report.open)) },
    { id: 'not-checked', content: notChecked(report, translator) },
    { id: 'passed', content: passed(report) },
    { id: 'not-applicable', content: doesNotApply(report) },
    { id: 'details', content: details(report, translator) },
  ]
  return sections.filter(({ content }) => content.length > 0)
}

function sectionOf({ id, content }: Section, translator: Translator): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${translator.text(`report/heading/${id}`)}</h2>
${content}</section>
`
}

function contents(sections: readonly Section[], translator: Translator): Html {
  const links = [...sections.map(({ id }) => id), 'about'].map(
    (id) => html`<li><a href="#${id}">${translator.text(`report/heading/${id}`)}</a></li>\n`,
  )
  return html`<nav aria-label="${translator.text('report/heading/contents')}">
<ul class="contents">
${links}</ul>
</nav>`
}

function details(report: Report, translator: Translator): Html[] {
  return report.checklists.map(
    (checklist) => html`<h3>${checklist.title}</h3>
<p class="soft">${checklist.outcomeWord}: ${checklist.countsInWords}</p>
${checklist.items.map((item) => itemArticle(item, translator, { place: 'item', heading: 'h4', withEvidence: true }))}`,
  )
}

function about(report: Report, translator: Translator): Html {
  const sentences = [...report.scope, ...['times', 'digest-says', 'qr'].map((key) => translator.text(`report/${key}`))]
  return html`<footer id="about" aria-labelledby="about-heading">
<h2 id="about-heading">${translator.text('report/heading/about')}</h2>
${fieldList(report.identity.fields, 'fields identity')}
<p class="small soft">${lines(sentences)}</p>
</footer>`
}
