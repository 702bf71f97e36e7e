import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { isPageUrl, PAGE_POLICY, registerPageScheme, servePage } from '#electron/hosts/desktop/app-page.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'

const root = mkdtempSync(join(tmpdir(), 'app-page-'))
const folder = join(root, 'app')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'assets', 'main-Abc_1-2.js'), 'start()')
writeFileSync(join(folder, 'program.exe'), 'MZ')
writeFileSync(join(folder, '.env'), 'secret')
writeFileSync(join(root, 'outside.js'), 'secret')
mkdirSync(join(root, 'app2'))
writeFileSync(join(root, 'app2', 'neighbour.js'), 'secret')

const standIn = createElectronStandIn()
servePage(standIn.electron.protocol, folder)

describe('app-page', () => {
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it.each([
    { address: 'app://erp-checkup/index.html', type: 'text/html; charset=utf-8', text: '<!doctype html>' },
    { address: 'app://erp-checkup/index.html?x=1#start', type: 'text/html; charset=utf-8', text: '<!doctype html>' },
    { address: 'app://erp-checkup/assets/main-Abc_1-2.js', type: 'text/javascript; charset=utf-8', text: 'start()' },
  ])('serves $address', async ({ address, type, text }) => {
    const response = await standIn.fetch(address)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text])
    expect(response.headers.get('content-security-policy')).toBe(PAGE_POLICY)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    'app://erp-checkup/missing.html',
    'app://erp-checkup/',
    'app://erp-checkup/assets',
    'app://erp-checkup/../outside.js',
    'app://erp-checkup/%2e%2e/outside.js',
    'app://erp-checkup/..%2foutside.js',
    'app://erp-checkup/..%5coutside.js',
    'app://erp-checkup/%2e%2e%2fapp2%2fneighbour.js',
    'app://erp-checkup/assets/%00.js',
    'app://erp-checkup/.env',
    'app://erp-checkup/program.exe',
    'app://erp-checkup/C:/Windows/win.ini',
    'app://erp-checkup//etc/hosts.txt',
    'app://other/index.html',
  ])('refuses %s', async (address) => {
    const response = await standIn.fetch(address)
    expect([response.status, await response.text()]).toEqual([404, ''])
  })

  it('refuses to be written to', async () => {
    expect((await standIn.fetch('app://erp-checkup/index.html', { method: 'POST', body: 'x' })).status).toBe(404)
  })

  it('lets the page run its own scripts alone and reach nothing outside', () => {
    const rules = Object.fromEntries(PAGE_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]))
    expect(rules).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src-attr': "'none'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
    expect(PAGE_POLICY).not.toMatch(/unsafe|https?:|\*|wasm/)
  })

  it('registers a scheme that is an origin of its own and bypasses no policy', () => {
    registerPageScheme(standIn.electron.protocol)
    expect(standIn.log.at(-1)).toBe('schemes: [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}]')
  })

  it.each([
    { address: 'app://erp-checkup/index.html', isOwn: true },
    { address: 'app://erp-checkup.example/index.html', isOwn: false },
    { address: 'app://erp-checkup@evil.example/', isOwn: false },
    { address: 'app://user@erp-checkup/index.html', isOwn: false },
    { address: 'https://erp-checkup/index.html', isOwn: false },
    { address: 'file:///index.html', isOwn: false },
    { address: 'not an address', isOwn: false },
  ])('knows whether $address is the page: $isOwn', ({ address, isOwn }) => {
    expect(isPageUrl(address)).toBe(isOwn)
  })
})
