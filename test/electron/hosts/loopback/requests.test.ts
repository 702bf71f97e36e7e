import { describe, expect, it } from 'vitest'
import { ask, exchange, type Serving, type Session, sayRaw, signIn, startHost } from './serving.ts'

const ASSET = 'assets/app-4f9Kq2_x.js'

async function signedIn(): Promise<Serving & Session> {
  const serving = await startHost()
  return { ...serving, ...(await signIn(serving)) }
}

describe('loopback host', () => {
  it('listens on 127.0.0.1 and no other address of this machine', async () => {
    const { port } = await startHost()
    const { networkInterfaces } = await import('node:os')
    const { connect } = await import('node:net')
    const others = ['::1', '127.0.0.2', ...Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? [])]
    for (const address of others.filter((other) => other !== '127.0.0.1')) {
      const reached = await new Promise((resolve) => {
        const socket = connect(port, address)
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      })
      expect({ address, reached }).toEqual({ address, reached: false })
    }
  })

  it('shows the door to whoever has no key', async () => {
    const { port } = await startHost()
    const { status, body, headers } = await ask(port, {})
    expect(status).toBe(401)
    expect(body).toContain('This page opens with its link')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('speaks the language of the terminal at the door', async () => {
    const { port } = await startHost({ language: 'de' })
    expect((await ask(port, {})).body).toContain('Diese Seite öffnet sich mit ihrem Link')
  })

  it('shows the app to the browser that brought the token, as often and in as many tabs as it likes', async () => {
    const { port, place, cookie } = await signedIn()
    for (const path of [place, `${place}index.html`, `${place}?tab=2`]) {
      expect(await ask(port, { path, headers: { cookie } })).toMatchObject({ status: 200, body: expect.stringContaining('The app') })
    }
    expect((await ask(port, { path: place + ASSET, headers: { cookie } })).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('answers HEAD as GET without the content', async () => {
    const { port, place, cookie } = await signedIn()
    const got = await ask(port, { path: place, headers: { cookie } })
    const asked = await ask(port, { method: 'HEAD', path: place, headers: { cookie } })
    expect(asked).toMatchObject({ status: 200, body: '' })
    expect(asked.headers['content-length']).toBe(got.headers['content-length'])
  })

  const headersOf: readonly [string, (session: Session) => { path: string; headers: { cookie: string } }, string][] = [
    ['the door', () => ({ path: '/', headers: { cookie: '' } }), 'no-store'],
    ['the start page', ({ place, cookie }) => ({ path: place, headers: { cookie } }), 'no-store'],
    ['a script', ({ place, cookie }) => ({ path: place + ASSET, headers: { cookie } }), 'private, max-age=31536000, immutable'],
    ['a refusal', () => ({ path: '/nothing', headers: { cookie: '' } }), 'no-store'],
  ]
  it.each(headersOf)('sends every protecting header with %s', async (_name, asked, caching) => {
    const serving = await signedIn()
    const { headers } = await ask(serving.port, asked(serving))
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': caching,
    })
    const policy = headers['content-security-policy'] ?? ''
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    expect(headers.server ?? headers['x-powered-by']).toBeUndefined()
  })

  it('lets the app load from its own host alone', async () => {
    const { port, place, cookie } = await signedIn()
    const { headers } = await ask(port, { path: place, headers: { cookie } })
    expect(String(headers['content-security-policy']).split('; ').sort()).toEqual([
      "base-uri 'none'",
      `connect-src 'self' ws://127.0.0.1:${port}`,
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "object-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      "style-src-attr 'none'",
      "worker-src 'self'",
    ])
  })

  describe('asked by another name (DNS rebinding)', () => {
    const names = [
      'evil.example',
      'evil.example:PORT',
      'localhost:PORT',
      '127.0.0.1',
      '127.0.0.1:1',
      '[::1]:PORT',
      '127.0.0.1.:PORT',
      '127.0.0.1:PORT.',
      '2130706433:PORT',
      '0177.0.0.1:PORT',
    ]
    it.each(names)('refuses %j, even with the key', async (name) => {
      const { port, place, cookie, ...serving } = await signedIn()
      const host = name.replace('PORT', String(port))
      expect(await ask(port, { path: place, headers: { host, cookie } })).toMatchObject({ status: 403, body: 'Forbidden' })
      expect(await ask(port, { headers: { host } })).toMatchObject({ status: 403 })
      expect(await exchange(port, serving.token, { host, origin: `http://${host}` })).toMatchObject({ status: 403 })
    })

    const heads: readonly [string, string][] = [
      ['no name', 'GET / HTTP/1.1\r\n\r\n'],
      ['an empty name', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
      ['no name in the old protocol', 'GET / HTTP/1.0\r\n\r\n'],
      ['two names', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n\r\n'],
      ['the right name twice', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT\r\n\r\n'],
      ['a whole address for another name', 'GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n'],
      ['a whole address for its own', 'GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n'],
    ]
    it.each(heads)('refuses %s', async (_name, head) => {
      const { port } = await startHost()
      expect(await sayRaw(port, head.replaceAll('PORT', String(port)))).toMatch(/^HTTP\/1\.1 40[034] /)
    })
  })

  describe('asked by another site', () => {
    const origins = [
      'http://evil.example',
      'null',
      'https://127.0.0.1:PORT',
      'http://127.0.0.1:1',
      'http://localhost:PORT',
      'http://127.0.0.1',
      'http://127.0.0.1:PORT/',
      'http://127.0.0.1:PORT.evil.example',
      '',
    ]
    it.each(origins)('refuses the origin %j, even with key and token', async (given) => {
      const serving = await startHost()
      const { port } = serving
      const origin = given.replace('PORT', String(port))
      expect(await exchange(port, serving.token, { origin })).toMatchObject({ status: 403 })
      const { place, cookie } = await signIn(serving)
      expect(await ask(port, { path: place, headers: { origin, cookie } })).toMatchObject({ status: 403 })
    })

    it('takes no token without an origin', async () => {
      const { port, token } = await startHost()
      const headers = { 'content-type': 'application/json' }
      expect(await ask(port, { method: 'POST', path: '/session', headers, body: JSON.stringify({ token }) })).toMatchObject({ status: 403 })
      expect(await exchange(port, token)).toMatchObject({ status: 200 })
    })

    const fetches: readonly [string, { readonly [name: string]: string }, number][] = [
      ['a script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, 403],
      ['a page of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403],
      ['a frame in another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
      ['a link in another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 401],
      ['a script that poses as a page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'document' }, 403],
      ['a typed address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 401],
    ]
    it.each(fetches)('judges %s by what the browser says of it', async (_name, headers, status) => {
      const { port } = await startHost()
      expect(await ask(port, { headers })).toMatchObject({ status })
    })

    it('answers no question whether it may be asked', async () => {
      const { port, token } = await startHost()
      const headers = {
        origin: `http://127.0.0.1:${port}`,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      }
      for (const path of ['/', '/session']) {
        const { status, headers: answered } = await ask(port, { method: 'OPTIONS', path, headers })
        expect({ status, allowed: answered['access-control-allow-origin'] }).toEqual({ status: 405, allowed: undefined })
      }
      expect(await exchange(port, token, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
    })
  })

  describe('the token', () => {
    it('is taken once', async () => {
      const { port, token } = await startHost()
      const first = await exchange(port, token)
      expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
      const second = await exchange(port, token)
      expect({ status: second.status, cookie: second.headers['set-cookie'] }).toEqual({ status: 401, cookie: undefined })
    })

    it('opens nothing as anything but a token', async () => {
      const { port, token } = await startHost()
      for (const asked of [{ path: `/?token=${token}` }, { path: `/${token}/` }, { headers: { authorization: `Bearer ${token}` } }])
        expect((await ask(port, asked)).status).not.toBe(200)
      expect(await exchange(port, token)).toMatchObject({ status: 200 })
    })

    const bodies: readonly [string, string, number][] = [
      ['a guess', '{"token":"AAAA"}', 401],
      ['no token', '{}', 400],
      ['a number', '{"token":1}', 400],
      ['something besides', '{"token":"AAAA","key":"planted"}', 400],
      ['no JSON', 'token=AAAA', 400],
      ['nothing', '', 400],
      ['a prototype', '{"__proto__":{"token":"AAAA"}}', 400],
      ['512 bytes', `{"token":"${'A'.repeat(500)}"}`, 401],
      ['one more', `{"token":"${'A'.repeat(501)}"}`, 413],
    ]
    it.each(bodies)('answers %s', async (_name, body, status) => {
      const { port, faults } = await startHost()
      const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' }
      const answered = await ask(port, { method: 'POST', path: '/session', headers, body })
      expect({ status: answered.status, cookie: answered.headers['set-cookie'], faults }).toEqual({ status, cookie: undefined, faults: [] })
    })

    it('ignores a key that the browser brought along, and makes its own', async () => {
      const { port, token } = await startHost()
      const planted = `erp-checkup-${port}=planted`
      const { headers, body } = await exchange(port, token, { cookie: planted })
      expect(headers['set-cookie']?.[0]).not.toContain('planted')
      expect(await ask(port, { path: JSON.parse(body).place, headers: { cookie: planted } })).toMatchObject({ status: 401 })
    })

    it('does not open a second server', async () => {
      const [one, other] = [await signedIn(), await signedIn()]
      const cookie = one.cookie.replace(String(one.port), String(other.port))
      expect(await ask(other.port, { path: other.place, headers: { cookie: one.cookie } })).toMatchObject({ status: 401 })
      expect(await ask(other.port, { path: other.place, headers: { cookie } })).toMatchObject({ status: 401 })
      expect(await ask(one.port, { path: one.place, headers: { cookie: `${other.cookie}; ${one.cookie}` } })).toMatchObject({ status: 200 })
    })
  })

  describe('a path', () => {
    const paths = [
      '../package.json',
      '../../../../etc/passwd',
      '/etc/passwd',
      '%2e%2e/package.json',
      '..%2fpackage.json',
      '..%5cpackage.json',
      '..\\package.json',
      '%252e%252e%252fpackage.json',
      '....//package.json',
      'assets/../index.html',
      './index.html',
      'assets',
      'assets/',
      'index.html%00.js',
      'index.html/',
      'INDEX.HTML',
      '%69ndex.html',
      'index.html::$DATA',
      'index.html.',
      'C:/Windows/win.ini',
      'file:///etc/passwd',
      '__proto__',
      'constructor',
      'rpc',
    ]
    it.each(paths)('leads nowhere: %s', async (path) => {
      const { port, place, cookie } = await signedIn()
      for (const prefix of [place, '/']) {
        const head = `GET ${prefix}${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
        expect(await sayRaw(port, head)).toMatch(/^HTTP\/1\.1 40[04] /)
      }
    })

    it('of the app leads to the door for a person without the key, and nowhere for a program', async () => {
      const { port, place } = await signedIn()
      const navigation = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
      expect(await ask(port, { path: place, headers: navigation })).toMatchObject({
        status: 401,
        body: expect.stringContaining('with its link'),
      })
      expect(await ask(port, { path: place + ASSET })).toMatchObject({ status: 401, body: 'Unauthorized' })
    })
  })

  describe('a method', () => {
    it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK'])('%s changes nothing', async (method) => {
      const { port, place, cookie } = await signedIn()
      for (const path of ['/', place, place + ASSET]) {
        const { status, headers } = await ask(port, { method, path, headers: { cookie, 'x-http-method-override': 'GET' } })
        expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' })
      }
    })

    it('of reading cannot bring a token', async () => {
      const { port, token } = await startHost()
      const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' }
      for (const method of ['GET', 'PUT'])
        expect(await ask(port, { method, path: '/session', headers, body: JSON.stringify({ token }) })).toMatchObject({ status: 405 })
    })

    it('of reading carries no body', async () => {
      const { port } = await startHost()
      expect(await ask(port, { method: 'GET', headers: { 'content-length': '1' }, body: 'x' })).toMatchObject({ status: 413 })
      expect(await ask(port, { method: 'GET', headers: { 'transfer-encoding': 'chunked' }, body: 'x' })).toMatchObject({ status: 413 })
    })

    it('CONNECT makes no proxy of it', async () => {
      const { port } = await startHost()
      expect(await sayRaw(port, `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toBe('')
    })
  })
})
