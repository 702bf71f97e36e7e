import type { Translator } from '../texts/translator.ts'
import { type Html, html } from './escape-html.ts'
import { verdictMark } from './html-item.ts'
import type { Report } from './model.ts'
import { outcomeMarks } from './signs.data.ts'

/** A part of the page with a heading of its own, which the table of contents names. */
export interface Section {
  readonly id: 'checklists' | 'logins' | 'gaps' | 'accepted' | 'open' | 'not-checked' | 'passed' | 'not-applicable' | 'details'
  /** none: the part is left out */
  readonly content: readonly Html[]
}

/** Each checklist with its outcome; a pack that does not apply is one line below. */
export function checklistTable(report: Report, translator: Translator): Html {
  const rows = report.checklists.map(
    ({ title, outcome, outcomeWord, reason, countsInWords }) =>
      html`<tr><th scope="row">${title}</th><td>${verdictMark(outcomeMarks[outcome], outcomeWord)}</td><td class="soft">${reason ?? countsInWords}</td></tr>\n`,
  )
  const others = report.otherPacks.map((pack) => html`<p class="soft small">${pack.title}: ${pack.sentence}</p>\n`)
  return html`${table('checklists', ['checklist', 'outcome', 'items'], rows, translator)}${others}`
}

/** Designated logins with Good or Best, and never more than that. */
export function logins(report: Report, translator: Translator): Html {
  if (report.logins.length === 0) return html`<p>${translator.text('report/none/logins')}</p>\n`
  const rows = report.logins.map(
    ({ login, grade, gradeWord }) =>
      html`<tr><th scope="row"><bdi>${login}</bdi></th><td>${verdictMark(grade === undefined ? 'not-applicable' : 'pass', gradeWord)}</td></tr>\n`,
  )
  return table('logins', ['login', 'grade'], rows, translator)
}

/** The caption repeats the heading above the table for those who go from table to table. */
function table(id: 'checklists' | 'logins', columns: readonly string[], rows: readonly Html[], translator: Translator): Html {
  return html`<table class="${id}">
<caption class="unseen">${translator.text(`report/heading/${id}`)}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${translator.text(`report/column/${column}`)}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`
}

/** Sentences one below the other. */
export function lines(texts: readonly string[]): Html {
  return html`${texts.map((text, index) => html`${index === 0 ? undefined : html`<br>`}<bdi>${text}</bdi>`)}`
}

/** What nothing can be said about, and why. */
export function notChecked({ notChecked: missing }: Report, translator: Translator): Html[] {
  const groups = [
    { key: 'items', entries: missing.items.map(({ id, title, sentence }) => html`<li>${itemLink(id, title)}: ${sentence}</li>\n`) },
    { key: 'probes', entries: missing.probes.map(({ name, reason }) => html`<li>${name}: <bdi>${reason}</bdi></li>\n`) },
    { key: 'answers', entries: missing.answers.map((answer) => html`<li>${answer}</li>\n`) },
  ]
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ key, entries }) => html`<h3>${translator.text(`report/heading/not-checked-${key}`)}</h3>\n<ul>\n${entries}</ul>\n`)
}

/** Every item that passed, with who confirmed what. */
export function passed(report: Report): Html[] {
  const entries = report.passed.map(
    ({ id, title, answers }) =>
      html`<li>${itemLink(id, title)}${answers.map(({ sentence }) => html`<br><span class="soft small">${sentence}</span>`)}</li>\n`,
  )
  return entries.length === 0 ? [] : [html`<ul class="ticks columns">\n${entries}</ul>\n`]
}

export function doesNotApply(report: Report): Html[] {
  const entries = report.notApplicable.map(({ id, title, sentence }) => html`<li>${itemLink(id, title)}: ${sentence}</li>\n`)
  return entries.length === 0 ? [] : [html`<ul>\n${entries}</ul>\n`]
}

function itemLink(id: string, title: string): Html {
  return html`<a href="#item-${id}">${title}</a>`
}
