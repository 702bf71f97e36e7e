import type { Facts } from '../facts/index.ts'
import { type FactRow, row, sorted } from './fact-row.ts'

type SqlInstance = Facts['sql-server']['instances'][number]

/** An instance, its logins and what each may do in which database. */
export function instanceRows(instance: SqlInstance): FactRow[] {
  const { name } = instance
  const own = row(name, ['instance', name], {
    version: instance.version,
    databases: sorted(instance.databases),
    error: instance.error ?? null,
    replicas: sorted(instance.replicas ?? []),
    visibility: instance.visibility,
  })
  return [own, ...instance.logins.flatMap((login) => loginRows(name, login)).map((each) => ({ ...each, instance: name.toLowerCase() }))]
}

function loginRows(instance: string, login: SqlInstance['logins'][number]): FactRow[] {
  return [
    row(`${login.name} on ${instance}`, ['login', instance, login.name], {
      kind: login.kind,
      sid: login.sid,
      enabled: login.enabled,
      policyChecked: login.policyChecked,
      expirationChecked: login.expirationChecked,
      passwordLastSet: login.passwordLastSet,
      serverRoles: sorted(login.serverRoles),
      serverPermissions: sorted(login.serverPermissions),
    }),
    ...login.databases.map((access) =>
      row(`${login.name} on ${instance} in ${access.database}`, ['access', instance, login.name, access.database], {
        user: access.user,
        owner: access.owner,
        roles: sorted(access.roles),
        permissions: sorted(access.permissions),
        effective: access.effective === null ? null : sorted(access.effective),
        writable: access.writable,
      }),
    ),
  ]
}

/** A web address with its certificate; a field of null: not told. */
export function endpointRow(endpoint: Facts['tls-endpoints']['endpoints'][number]): FactRow {
  const { url, certificate } = endpoint
  return row(url, [url], {
    reachable: endpoint.reachable,
    error: endpoint.error,
    protocol: endpoint.protocol,
    acceptedLegacyProtocols: sorted(endpoint.acceptedLegacyProtocols),
    'certificate.subject': certificate?.subject ?? null,
    'certificate.issuer': certificate?.issuer ?? null,
    'certificate.validFrom': certificate?.validFrom ?? null,
    'certificate.validTo': certificate?.validTo ?? null,
    'certificate.keyType': certificate?.keyType ?? null,
    'certificate.keyBits': certificate?.keyBits ?? null,
    'certificate.trusted': certificate?.trusted ?? null,
    'certificate.hostnameMatches': certificate?.hostnameMatches ?? null,
    plainHttp: endpoint.plainHttp,
    hsts: endpoint.hsts,
  })
}

/** A connector with its key files and the vendor addresses that it needs. */
export function installationRows(installation: Facts['connector']['installations'][number]): FactRow[] {
  const { product, location } = installation
  return [
    row(product, ['installation', product, location], { location }),
    ...installation.keys.map((key) =>
      row(key.path, ['key', product, key.path], {
        kind: key.kind,
        algorithm: key.algorithm,
        bits: key.bits,
        readableBy: sorted(key.readableBy.map((reader) => reader.name ?? reader.sid)),
      }),
    ),
    ...installation.reachability.map((target) =>
      row(`${target.host}:${target.port}`, ['reach', product, target.host, String(target.port), target.via], {
        via: target.via,
        ok: target.ok,
        error: target.error,
      }),
    ),
  ]
}
