import { cipherSuites } from './cipher-suites.data.ts'

/** Versions that a ClientHello of ours can ask for, by their number on the wire. */
export const protocolVersions = { SSLv3: 0x0300, TLSv1: 0x0301, 'TLSv1.1': 0x0302, 'TLSv1.2': 0x0303 } as const

export type HelloProtocol = keyof typeof protocolVersions

const HANDSHAKE_RECORD = 22
const CLIENT_HELLO = 1

/** Says "secure renegotiation" without an extension; some servers ask for it. */
const RENEGOTIATION_SIGNAL = 0x00ff

const extensionTypes = { serverName: 0, supportedGroups: 10, pointFormats: 11, signatureAlgorithms: 13 } as const

/** P-256, P-384, P-521, X25519. */
const GROUPS = [0x0017, 0x0018, 0x0019, 0x001d]

/** ECDSA, RSA-PSS, RSA, Ed25519, and SHA-1 for servers that have nothing better. */
const SIGNATURE_ALGORITHMS = [0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0807, 0x0203, 0x0201, 0x0202]

/**
 * The first message of a handshake, in one record, asking for exactly one version.
 *
 * TLS libraries refuse to offer old versions, so this one is built by hand (RFC 6101, 2246, 4346, 5246). `random` is 32 bytes;
 * `serverName` null: the host is an address. SSL 3 knows no extensions. It stays below 256 bytes for ordinary names, because some old
 * balancers hang on longer ones.
 */
export function buildClientHello(protocol: HelloProtocol, serverName: string | null, random: Uint8Array): Buffer {
  const version = protocolVersions[protocol]
  const body = Buffer.concat([
    numbers16([version]),
    random,
    sized(1, Buffer.alloc(0)),
    sized(2, numbers16([...cipherSuites, RENEGOTIATION_SIGNAL])),
    sized(1, Buffer.from([0])),
    protocol === 'SSLv3' ? Buffer.alloc(0) : sized(2, extensions(protocol, serverName)),
  ])
  const message = Buffer.concat([Buffer.from([CLIENT_HELLO]), sized(3, body)])
  const recordVersion = Math.min(version, protocolVersions.TLSv1)
  return Buffer.concat([Buffer.from([HANDSHAKE_RECORD]), numbers16([recordVersion]), sized(2, message)])
}

function extensions(protocol: HelloProtocol, serverName: string | null): Buffer {
  const parts = [
    extension(extensionTypes.supportedGroups, sized(2, numbers16(GROUPS))),
    extension(extensionTypes.pointFormats, sized(1, Buffer.from([0]))),
  ]
  if (protocol === 'TLSv1.2') parts.push(extension(extensionTypes.signatureAlgorithms, sized(2, numbers16(SIGNATURE_ALGORITHMS))))
  if (serverName !== null) {
    const hostName = Buffer.concat([Buffer.from([0]), sized(2, Buffer.from(serverName, 'ascii'))])
    parts.unshift(extension(extensionTypes.serverName, sized(2, hostName)))
  }
  return Buffer.concat(parts)
}

function extension(type: number, content: Buffer): Buffer {
  return Buffer.concat([numbers16([type]), sized(2, content)])
}

/** Content with its length before it, in so many bytes. */
function sized(lengthBytes: 1 | 2 | 3, content: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes)
  length.writeUIntBE(content.length, 0, lengthBytes)
  return Buffer.concat([length, content])
}

function numbers16(values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]))
}
