import { createHash } from 'node:crypto'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { htmlReport } from '#shared/report/html.ts'
import { htmlStyleDigest } from '#shared/report/html-page.ts'
import { htmlStyle } from '#shared/report/html-style.data.ts'
import { sampleCheckup } from '../../support/checkup.ts'
import { expectGolden } from '../../support/golden.ts'
import { hostileCheckup, unseen } from '../../support/hostile-checkup.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'

const languages = ['en', 'de'] as const

function page(language: 'en' | 'de' = 'en', checkup = sampleCheckup): string {
  const translator = reportTranslator(language)
  return htmlReport(reportOf(checkup, translator), translator)
}

function all(expression: RegExp, text: string): string[] {
  return [...text.matchAll(expression)].map((match) => match[1] ?? '')
}

describe('htmlReport', () => {
  it.each(languages)('is the page that was approved (%s)', (language) => {
    expectGolden(path.join(import.meta.dirname, 'golden', `report-${language}.html`), page(language))
  })

  it.each(languages)('names its language (%s)', (language) => {
    expect(page(language)).toContain(`<html lang="${language}"`)
  })

  it('allows its own style sheet and nothing else', () => {
    expect(htmlStyleDigest).toBe(createHash('sha256').update(htmlStyle).digest('base64'))
    expect(page()).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${htmlStyleDigest}&#39;; base-uri &#39;none&#39;`)
  })

  it.each([
    ['script', /<script/i],
    ['style attribute', /\sstyle=/i],
    ['event handler', /\son\w+=/i],
    ['address from outside', /(?:src|href|url)\s*[=(]\s*["']?(?!#)[a-z/]/i],
  ])('has no %s', (_, expression) => {
    expect(page()).not.toMatch(expression)
  })

  it('has one main heading and skips no level', () => {
    const levels = all(/<h([1-6])[ >]/g, page()).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('gives each id once, and every reference has its target', () => {
    const ids = all(/\sid="([^"]*)"/g, page())
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of [...all(/href="#([^"]*)"/g, page()), ...all(/aria-labelledby="([^"]*)"/g, page())]) expect(ids).toContain(target)
  })

  it('says of every header cell what it heads', () => {
    expect(all(/<th( [^>]*)?>/g, page()).filter((attributes) => !attributes.includes('scope='))).toEqual([])
  })

  it('says every verdict in words', () => {
    for (const word of ['Passed', 'Gap', 'Open', 'Not verified', 'Not applicable']) expect(page()).toContain(`>${word}</span>`)
  })

  it('closes what it opens', () => {
    const open: string[] = []
    for (const [, slash, name = ''] of page().matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(?<!\/)>/g)) {
      if (['meta', 'br'].includes(name)) continue
      if (slash === '/') expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  it('makes no markup of hostile names', () => {
    const hostile = page('en', hostileCheckup)
    expect(hostile).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;lt;&#39;&quot;&lt;/script&gt;')
    expect(hostile).not.toMatch(/<(?:img|script)/)
    expect(hostile.replaceAll('\n', '')).not.toMatch(unseen)
    expect(hostile).toContain('{{organization}} $t(report/title)')
    const ordinary = new Set(all(/<([a-z]+)[ >]/g, page()))
    expect(all(/<([a-z]+)[ >]/g, hostile).filter((name) => !ordinary.has(name))).toEqual([])
  })

  it('ends with a newline', () => {
    expect(page().endsWith('</html>\n')).toBe(true)
  })
})
