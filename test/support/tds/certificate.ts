import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface MadeCertificate {
  readonly cert: string
  readonly key: string
}

/** A certificate that nobody vouches for, as SQL Server makes one for itself at its first start. */
export function selfSignedCertificate(name = 'SSL_Self_Signed_Fallback', days = 30): MadeCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  try {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    const subject = ['-subj', `/CN=${name}`, '-days', String(days)]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
      stdio: 'ignore',
    })
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
