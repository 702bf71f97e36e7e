import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { emptyProfile } from '#shared/formats/profile.ts'
import { describeWith } from '../support/needs.ts'
import { powershell, readFacts, uniqueName, uniquePassword, withFolder } from './support.ts'

const NAMES = ['trusted', 'unknown'] as const

/** Makes a certificate for this machine's loopback name and puts it into a file; `trusted` makes it a root of this machine. */
const MADE = `$certificate = New-SelfSignedCertificate -DnsName 'localhost' -CertStoreLocation 'Cert:\\LocalMachine\\My' -FriendlyName $env:CHECKUP_BASE -KeyAlgorithm RSA -KeyLength 2048 -NotAfter (Get-Date).AddDays(2)
$password = ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force
Export-PfxCertificate -Cert $certificate -FilePath $env:CHECKUP_FILE -Password $password -CryptoAlgorithmOption AES256_SHA256 | Out-Null
if ($env:CHECKUP_TRUST -eq 'trusted') {
  $store = [Security.Cryptography.X509Certificates.X509Store]::new('Root', 'LocalMachine')
  $store.Open('ReadWrite')
  $store.Add([Security.Cryptography.X509Certificates.X509Certificate2]::new($certificate.RawData))
  $store.Close()
}`

describeWith('Windows', 'web addresses as a real Windows trusts them', () => {
  const base = uniqueName()
  const servers: Server[] = []

  beforeAll(async () => {
    for (const trust of NAMES) {
      await withFolder(async (folder) => {
        const file = join(folder, 'server.pfx')
        const passphrase = uniquePassword()
        const variables = { CHECKUP_BASE: base, CHECKUP_FILE: file, CHECKUP_PASSWORD: passphrase, CHECKUP_TRUST: trust }
        await powershell(MADE, variables)
        const server = createServer({ pfx: await readFile(file), passphrase }, (_request, response) => response.end('page'))
        servers.push(server)
        server.listen(0)
        await once(server, 'listening')
      })
    }
  })

  afterAll(async () => {
    for (const server of servers) {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    await powershell(
      `foreach ($one in @(Get-ChildItem 'Cert:\\LocalMachine\\My' | Where-Object { $_.FriendlyName -eq $env:CHECKUP_BASE })) {
        Get-ChildItem 'Cert:\\LocalMachine\\Root' | Where-Object { $_.Thumbprint -eq $one.Thumbprint } | Remove-Item
        Remove-Item -Path ('Cert:\\LocalMachine\\My\\' + $one.Thumbprint) -DeleteKey
      }`,
      { CHECKUP_BASE: base },
    )
  })

  it('are trusted where their certificate is a root of this machine, and nowhere else', async () => {
    const urls = servers.map((server) => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('the server has no port')
      return `https://localhost:${address.port}/`
    })
    const { endpoints } = await readFacts('tls-endpoints', { ...emptyProfile, endpoints: urls })
    const certificate = { subject: expect.stringContaining('localhost'), keyType: 'RSA', keyBits: 2048, hostnameMatches: true }
    expect(endpoints).toMatchObject(
      NAMES.map((trust) => ({
        reachable: true,
        protocol: 'TLSv1.3',
        acceptedLegacyProtocols: [],
        certificate: { ...certificate, trusted: trust === 'trusted' },
      })),
    )
  })
})
