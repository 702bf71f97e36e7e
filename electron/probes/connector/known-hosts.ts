import { isIP } from 'node:net'

/** A host name as DNS has it: nothing else is ever sent anywhere. */
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/

/**
 * Hosts of a `known_hosts` file of secure shell, lower case, each once.
 *
 * Lines: `host,address keytype key`, `[host]:2222 keytype key`, with a marker before (`@revoked`, which is left out). Hashed names
 * (`|1|…`) tell nobody, and patterns are no hosts.
 */
export function readKnownHosts(text: string): readonly string[] {
  const hosts = text.split(/\r?\n/).flatMap((line) => {
    const [first = '', second = '', third] = line.trim().split(/\s+/)
    if (first === '' || first.startsWith('#') || first === '@revoked' || third === undefined) return []
    const names = first.startsWith('@') ? second : first
    return names.split(',').map((name) => name.replace(/^\[(.*)\](?::\d+)?$/, '$1').toLowerCase())
  })
  return [...new Set(hosts)].filter((host) => isIP(host) !== 0 || HOST_NAME.test(host))
}
