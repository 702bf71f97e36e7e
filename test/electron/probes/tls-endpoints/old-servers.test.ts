import { afterAll, beforeAll, expect, it } from 'vitest'

import { rootsOf } from '#electron/probes/tls-endpoints/roots.ts'
import { describeWith } from '../../../support/needs.ts'
import { type CertificateMaker, createCertificateMaker, type Issued } from './certificates.ts'
import { nginx, opensslServer } from './programs.ts'
import { read } from './servers.ts'

const WEAK = ['-cipher', 'ALL:@SECLEVEL=0']

describeWith('openssl', 'old servers', () => {
  let maker: CertificateMaker
  let root: Issued
  let leaf: Issued
  let weak: Issued

  beforeAll(async () => {
    maker = await createCertificateMaker()
    root = await maker.issue({ subject: '/CN=Root', isAuthority: true, key: 'rsa2048' })
    const localhost = { subject: '/CN=localhost', names: 'DNS:localhost', issuer: root } as const
    leaf = await maker.issue({ ...localhost, key: 'rsa2048' })
    weak = await maker.issue({ ...localhost, key: 'rsa1024' })
  })

  afterAll(() => maker?.close())

  const trusting = () => ({ roots: () => rootsOf([root.cert]) })
  const URL_OF = (port: number) => `https://localhost:${port}/`

  it.each<{ name: string; settings: readonly string[]; protocol: string; accepted: readonly string[] }>([
    { name: 'TLS 1.0 alone', settings: ['-tls1', ...WEAK], protocol: 'TLSv1', accepted: ['TLSv1'] },
    { name: 'TLS 1.1 alone', settings: ['-tls1_1', ...WEAK], protocol: 'TLSv1.1', accepted: ['TLSv1.1'] },
    { name: 'TLS 1.0 and 1.1', settings: ['-no_tls1_2', '-no_tls1_3', ...WEAK], protocol: 'TLSv1.1', accepted: ['TLSv1', 'TLSv1.1'] },
    { name: 'TLS 1.0 to 1.3', settings: WEAK, protocol: 'TLSv1.3', accepted: ['TLSv1', 'TLSv1.1'] },
    { name: 'TLS 1.2 alone', settings: ['-tls1_2'], protocol: 'TLSv1.2', accepted: [] },
    {
      name: 'TLS 1.2 with a cipher that no library offers',
      settings: ['-tls1_2', '-cipher', 'CAMELLIA128-SHA:@SECLEVEL=0'],
      protocol: 'TLSv1.2',
      accepted: [],
    },
    { name: 'TLS 1.3 alone', settings: ['-tls1_3'], protocol: 'TLSv1.3', accepted: [] },
  ])('that speak $name are read with their certificate', async ({ settings, protocol, accepted }) => {
    await using server = await opensslServer(leaf, settings)
    const { first, incomplete } = await read([URL_OF(server.port)], trusting())
    expect(first).toMatchObject({ reachable: true, error: null, protocol, acceptedLegacyProtocols: accepted })
    expect(first?.certificate).toMatchObject({ subject: 'CN=localhost', keyBits: 2048, trusted: true, hostnameMatches: true })
    expect(incomplete).toBeUndefined()
  })

  it('that speak TLS 1.0 with a short key show it', async () => {
    await using server = await opensslServer(weak, ['-tls1', ...WEAK])
    const { first } = await read([URL_OF(server.port)], trusting())
    expect(first).toMatchObject({ protocol: 'TLSv1', certificate: { keyType: 'RSA', keyBits: 1024, trusted: true } })
  })

  it('that speak TLS 1.2 and want a certificate of their visitor show their own', async () => {
    await using server = await opensslServer(leaf, ['-tls1_2', '-Verify', '1', '-verify_return_error'])
    const { first } = await read([URL_OF(server.port)], trusting())
    expect(first).toMatchObject({ reachable: true, protocol: 'TLSv1.2', certificate: { trusted: true } })
  })

  it('that know no other name warn or refuse, and are read', async () => {
    const other = await maker.issue({ subject: '/CN=other.example.com' })
    const names = ['-servername', 'other.example.com', '-cert2', other.certFile, '-key2', other.keyFile]
    await using warning = await opensslServer(leaf, [...names, '-tls1_2'])
    await using refusing = await opensslServer(leaf, [...names, '-servername_fatal', '-tls1_2'])
    for (const { port } of [warning, refusing]) {
      const { first } = await read([URL_OF(port)], trusting())
      expect(first).toMatchObject({ reachable: true, protocol: 'TLSv1.2', certificate: { keyBits: 2048, trusted: true } })
    }
  })

  describeWith('nginx', 'of nginx', () => {
    it('are read with their old versions, their redirect and their promise of HTTPS', async () => {
      const https = `
        ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers ALL:@SECLEVEL=0;
        add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always; return 200 page;`
      await using server = await nginx(leaf, https, 'return 301 https://$host$request_uri;')
      const { first, incomplete, notes } = await read([`${URL_OF(server.port)}crm`], { ...trusting(), httpPort: server.httpPort })
      expect(first).toMatchObject({
        protocol: 'TLSv1.2',
        acceptedLegacyProtocols: ['TLSv1', 'TLSv1.1'],
        certificate: { trusted: true, hostnameMatches: true },
        plainHttp: 'redirects',
        hsts: true,
      })
      expect([incomplete, notes]).toEqual([undefined, undefined])
    })

    it('are read where only the oldest version is left', async () => {
      await using server = await nginx(leaf, 'ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0; return 200;', 'return 200 page;')
      const { first } = await read([URL_OF(server.port)], { ...trusting(), httpPort: server.httpPort })
      expect(first).toMatchObject({
        protocol: 'TLSv1',
        acceptedLegacyProtocols: ['TLSv1'],
        certificate: { trusted: true },
        plainHttp: 'serves',
        hsts: null,
      })
    })

    it('are read where they are of today', async () => {
      await using server = await nginx(leaf, 'ssl_protocols TLSv1.2 TLSv1.3; return 404;', 'return 444;')
      const { first, notes } = await read([URL_OF(server.port)], { ...trusting(), httpPort: server.httpPort })
      expect(first).toMatchObject({ protocol: 'TLSv1.3', acceptedLegacyProtocols: [], plainHttp: null, hsts: false })
      expect(notes).toEqual([`what plain HTTP of ${URL_OF(server.port)} does is not known: the connection was cut`])
    })

    it('are read where they want a certificate of their visitor', async () => {
      const https = `ssl_protocols TLSv1.2; ssl_verify_client on; ssl_client_certificate ${root.certFile}; return 200;`
      await using server = await nginx(leaf, https, 'return 302 /login;')
      const { first } = await read([URL_OF(server.port)], { ...trusting(), httpPort: server.httpPort })
      expect(first).toMatchObject({
        reachable: true,
        protocol: 'TLSv1.2',
        certificate: { trusted: true },
        plainHttp: 'serves',
        hsts: false,
      })
    })
  })
})
