import type { Page } from 'playwright-core'

import { arrived, openSample, openSnapshot, type Place, settled, visit, wordsOf } from './app-page.ts'
import { hostileOrganization, hostileSnapshot } from './hostile-server.ts'

/** Servers that the scenes are about, by the ids that the app gave them. */
export interface Servers {
  readonly typical: string
  readonly oldTls: string
  readonly notElevated: string
  readonly hostile: string
}

/** Before any was opened. */
export const noServers: Servers = { typical: '', oldTls: '', notElevated: '', hostile: '' }

/** One screen in the state in which a person sees it at work. */
export interface Scene {
  readonly name: string
  readonly show: (page: Page, servers: Servers) => Promise<void>
}

const at = (name: string, place: (servers: Servers) => Place): Scene => ({
  name,
  show: (page, servers) => visit(page, place(servers)),
})

/** Before anything was opened. */
export const emptyScenes: readonly Scene[] = [
  at('start-empty', () => ({ screen: 'start' })),
  at('history-empty', () => ({ screen: 'history' })),
]

export const scenes: readonly Scene[] = [
  at('start', () => ({ screen: 'start' })),
  { name: 'start-samples', show: showSamples },
  at('setup', ({ typical }) => ({ screen: 'setup', id: typical })),
  at('scan-refused', () => ({ screen: 'scan', id: null, probes: null })),
  at('checklists', ({ typical }) => ({ screen: 'checklists', id: typical })),
  at('item-gap', ({ typical }) => ({ screen: 'checklists', id: typical, item: 'remote-user-removed' })),
  at('item-question', ({ typical }) => ({ screen: 'checklists', id: typical, item: 'passwords-stored-safely' })),
  at('rotation', ({ typical }) => ({ screen: 'rotation', id: typical })),
  { name: 'rotation-run', show: (page, { typical }) => showRehearsal(page, typical) },
  { name: 'rotation-trouble', show: (page, { typical }) => showTrouble(page, typical) },
  at('start-rehearsals', () => ({ screen: 'start' })),
  { name: 'certificate', show: (page, { typical }) => showCertificate(page, typical) },
  at('history', () => ({ screen: 'history' })),
  { name: 'changes', show: showChanges },
  at('passwords', () => ({ screen: 'passwords' })),
  { name: 'passwords-grade', show: showGrade },
  at('stored-passwords', () => ({ screen: 'stored-passwords' })),
  at('settings', () => ({ screen: 'settings' })),
  at('about', () => ({ screen: 'about' })),
  at('old-tls-checklists', ({ oldTls }) => ({ screen: 'checklists', id: oldTls })),
  at('old-tls-item', ({ oldTls }) => ({ screen: 'checklists', id: oldTls, item: 'web-screens-https' })),
  at('not-elevated-checklists', ({ notElevated }) => ({ screen: 'checklists', id: notElevated })),
  at('not-elevated-item', ({ notElevated }) => ({ screen: 'checklists', id: notElevated, item: 'sql-read-only' })),
  at('hostile-setup', ({ hostile }) => ({ screen: 'setup', id: hostile })),
  at('hostile-checklists', ({ hostile }) => ({ screen: 'checklists', id: hostile })),
  at('hostile-item', ({ hostile }) => ({ screen: 'checklists', id: hostile, item: 'remote-user-removed' })),
  at('hostile-rotation', ({ hostile }) => ({ screen: 'rotation', id: hostile })),
  { name: 'hostile-certificate', show: (page, { hostile }) => showCertificate(page, hostile) },
  // The last one: its dialog stays open.
  { name: 'shortcuts', show: showShortcuts },
]

/** Opens the servers and works on one: an answer is given after its checkup was kept, so that something changed. */
export async function openServers(page: Page): Promise<Servers> {
  const oldTls = await openSample(page, 'old-tls')
  const notElevated = await openSample(page, 'not-elevated')
  const hostile = await openSnapshot(page, 'server.json', JSON.stringify(hostileSnapshot()))
  await page.getByLabel(await wordsOf(page, 'setup/organisation-name')).fill(hostileOrganization)
  await page.getByRole('button', { name: await wordsOf(page, 'setup/save') }).click()
  await arrived(page, 'checklists')
  const typical = await openSample(page, 'typical')
  await keep(page, typical)
  await confirm(page, typical, 'passwords-stored-safely')
  await closeNotes(page)
  return { typical, oldTls, notElevated, hostile }
}

async function keep(page: Page, id: string): Promise<void> {
  await visit(page, { screen: 'certificate', id })
  await page.getByRole('button', { name: await wordsOf(page, 'certificate/keep/do') }).click()
  await page
    .getByRole('status')
    .filter({ hasText: await wordsOf(page, 'certificate/keep/done') })
    .waitFor()
}

async function confirm(page: Page, id: string, item: string): Promise<void> {
  await visit(page, { screen: 'checklists', id, item })
  await page.getByRole('radio', { name: await wordsOf(page, 'checklists/kind/confirmed') }).check()
  await page.getByRole('textbox', { name: await wordsOf(page, 'checklists/answer/by') }).fill('Robin Sample')
  await page.getByRole('button', { name: await wordsOf(page, 'checklists/answer/save') }).click()
  await page.getByRole('list', { name: await wordsOf(page, 'checklists/answers') }).waitFor()
}

/** Takes away the notes in the corner: they would cover what the next screens show. */
async function closeNotes(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: await wordsOf(page, 'common/close'), exact: true })
  while ((await close.count()) > 0) await close.first().click()
}

async function showSamples(page: Page): Promise<void> {
  await visit(page, { screen: 'start' })
  await page.getByRole('button', { name: await wordsOf(page, 'start/sample-action') }).click()
  await settled(page)
}

/** With the page that it previews. */
async function showCertificate(page: Page, id: string): Promise<void> {
  await visit(page, { screen: 'certificate', id })
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
}

/** At its first act, with everything that stands in the way taken by hand. */
async function showRehearsal(page: Page, id: string): Promise<void> {
  await visit(page, { screen: 'rotation', id })
  const left = page.getByRole('checkbox', { name: await wordsOf(page, 'rotation/take-by-hand'), checked: false })
  const begin = page.getByRole('button', { name: await wordsOf(page, 'rotation/begin/rehearsal') })
  await begin.waitFor()
  while ((await left.count()) > 0) await left.first().check()
  await begin.and(page.locator(':not([aria-disabled=true])')).click()
  await arrived(page, 'rotation-run')
  await page.getByRole('list', { name: await wordsOf(page, 'rotation/steps') }).waitFor()
}

/** An act of a person did not work. */
async function showTrouble(page: Page, id: string): Promise<void> {
  await showRehearsal(page, id)
  await page.getByRole('button', { name: await wordsOf(page, 'rotation/act/run') }).click()
  await page.getByRole('button', { name: await wordsOf(page, 'rotation/act/not-done') }).click()
  await page.getByRole('list', { name: await wordsOf(page, 'rotation/decisions') }).waitFor()
  // The focus follows to what is to be done now, a moment after it is shown.
  await page.locator('main h3:focus').waitFor()
}

async function showChanges(page: Page): Promise<void> {
  await visit(page, { screen: 'history' })
  await page
    .getByText(await wordsOf(page, 'history/compare'))
    .first()
    .click()
  await page
    .getByText(await wordsOf(page, 'history/compare-do'))
    .first()
    .click()
  await arrived(page, 'changes')
}

async function showGrade(page: Page): Promise<void> {
  await visit(page, { screen: 'passwords' })
  await page.getByRole('tab', { name: await wordsOf(page, 'passwords/tab/grade') }).click()
}

async function showShortcuts(page: Page): Promise<void> {
  await visit(page, { screen: 'about' })
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}
