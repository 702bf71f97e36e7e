import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a certificate is to look like; dates as OpenSSL takes them: YYYYMMDDhhmmssZ. */
export interface CertificateSeed {
  readonly subject: string
  /** subjectAltName; absent: none */
  readonly names?: string
  readonly key?: 'rsa2048' | 'rsa1024' | 'ec256' | 'ec384' | 'ed25519'
  /** absent: signs itself */
  readonly issuer?: Issued
  readonly isAuthority?: boolean
  readonly purposes?: string
  /** what its key may be used for; absent: not said */
  readonly usages?: string
  readonly from?: string
  readonly to?: string
}

export interface Issued {
  readonly certFile: string
  readonly keyFile: string
  /** PEM */
  readonly cert: string
  readonly key: string
}

export interface CertificateMaker {
  readonly folder: string
  issue(seed: CertificateSeed): Promise<Issued>
  close(): Promise<void>
}

const KEYS = {
  rsa2048: ['RSA', 'rsa_keygen_bits:2048'],
  rsa1024: ['RSA', 'rsa_keygen_bits:1024'],
  ec256: ['EC', 'ec_paramgen_curve:P-256'],
  ec384: ['EC', 'ec_paramgen_curve:P-384'],
  ed25519: ['ED25519', null],
} as const

const SETTINGS = `
[ca]
default_ca = any
[any]
database = index.txt
new_certs_dir = .
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any_name
email_in_dn = no
[any_name]
countryName = optional
organizationName = optional
commonName = optional
[req]
distinguished_name = name
[name]
`

/** Issues certificates of any kind with the `openssl` command; `close` removes them. */
export async function createCertificateMaker(): Promise<CertificateMaker> {
  const folder = await mkdtemp(join(tmpdir(), 'tls-endpoints-'))
  await writeFile(join(folder, 'openssl.cnf'), SETTINGS)
  await writeFile(join(folder, 'index.txt'), '')
  const openssl = (...args: readonly string[]) =>
    run('openssl', args, { cwd: folder, env: { ...process.env, OPENSSL_CONF: 'openssl.cnf' } })
  let made = 0
  return {
    folder,
    close: () => rm(folder, { recursive: true, force: true }),
    issue: async ({ subject, names, key = 'ec256', issuer, isAuthority = false, purposes, usages, from, to }) => {
      made += 1
      const [cert, keyFile, request, extensions] = ['pem', 'key', 'csr', 'ext'].map((ending) => `${made}.${ending}`) as [
        string,
        string,
        string,
        string,
      ]
      const [algorithm, option] = KEYS[key]
      await openssl('genpkey', '-algorithm', algorithm, ...(option === null ? [] : ['-pkeyopt', option]), '-out', keyFile)
      await openssl('req', '-new', '-utf8', '-key', keyFile, '-subj', subject, '-out', request)
      const lines = [
        `basicConstraints = critical,CA:${isAuthority ? 'TRUE' : 'FALSE'}`,
        ...(names === undefined ? [] : [`subjectAltName = ${names}`]),
        ...(usages === undefined ? [] : [`keyUsage = ${usages}`]),
        ...(purposes === undefined ? [] : [`extendedKeyUsage = ${purposes}`]),
      ]
      await writeFile(join(folder, extensions), lines.join('\n'))
      const signer = issuer === undefined ? ['-selfsign', '-keyfile', keyFile] : ['-cert', issuer.certFile, '-keyfile', issuer.keyFile]
      const dates = ['-startdate', from ?? '20250101000000Z', '-enddate', to ?? '20491231235959Z']
      const digest = key === 'ed25519' && issuer === undefined ? ['-md', 'null'] : []
      await openssl(
        'ca',
        '-batch',
        '-notext',
        '-utf8',
        '-config',
        'openssl.cnf',
        ...signer,
        ...dates,
        ...digest,
        '-extfile',
        extensions,
        '-in',
        request,
        '-out',
        cert,
      )
      const certFile = join(folder, cert)
      const path = join(folder, keyFile)
      return { certFile, keyFile: path, cert: await readFile(certFile, 'utf8'), key: await readFile(path, 'utf8') }
    },
  }
}
