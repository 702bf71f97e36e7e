import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Checkup } from '#shared/formats/checkup.ts'
import { htmlReport } from '#shared/report/html.ts'
import { loadSample, type SampleId } from '#shared/samples/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { longNames } from '../../support/checkup.ts'
import { hostileCheckup } from '../../support/hostile-checkup.ts'
import { describeWith } from '../../support/needs.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'
import { evaluateSample } from '../samples/evaluate-sample.ts'

/** A cold browser on a busy machine. */
const BROWSER_TIMEOUT_MS = 60_000

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function sample(id: SampleId, language: 'en' | 'de' = 'en'): string {
  const translator = createTranslator(language)
  return htmlReport(reportOf(evaluateSample(loadSample(id)), translator), translator)
}

function madeUp(checkup: Checkup): string {
  return htmlReport(reportOf(checkup), reportTranslator())
}

const pages = [
  ['typical', () => sample('typical')],
  ['well-kept', () => sample('well-kept')],
  ['not-elevated', () => sample('not-elevated')],
  ['german', () => sample('german', 'de')],
  ['hostile names', () => madeUp(hostileCheckup)],
] as const

const schemes = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const

describeWith('chromium', 'page of htmlReport in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  }, BROWSER_TIMEOUT_MS)

  afterAll(async () => {
    await browser?.close()
  })

  async function open(html: string, width: number, scheme: (typeof schemes)[number][1] = { colorScheme: 'light' }): Promise<Page> {
    const page = await browser.newPage({ ...scheme, viewport: { width, height: 900 }, bypassCSP: true })
    await page.setContent(html)
    return page
  }

  it.each(pages.flatMap(([name, html]) => schemes.map(([scheme, options]) => [name, scheme, html, options] as const)))(
    'has nothing that axe objects to: %s, %s',
    { timeout: BROWSER_TIMEOUT_MS },
    async (_, __, html, options) => {
      const page = await open(html(), 1000, options)
      await page.evaluate(axe)
      const found: AxeResults = await page.evaluate('axe.run()')
      await page.close()
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: markup }) => markup).join(' ')}`)).toEqual([])
      expect(found.passes.length).toBeGreaterThan(10)
    },
  )

  it.each([...pages, ['long names', () => madeUp(longNames)] as const])(
    'needs no scrolling aside at 320 pixels: %s',
    { timeout: BROWSER_TIMEOUT_MS },
    async (_, html) => {
      const page = await open(html(), 320)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      await page.close()
    },
  )

  it('applies its own style sheet under its own policy, and nothing is refused', { timeout: BROWSER_TIMEOUT_MS }, async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.setContent(sample('typical'))
    expect(await page.evaluate('getComputedStyle(document.querySelector(".panel")).borderRadius')).not.toBe('0px')
    expect(refused).toEqual([])
    await page.close()
  })
})
