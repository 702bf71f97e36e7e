import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { type Facts, type ProbeId, probeIds } from '#shared/facts/index.ts'
import { answersSchema } from '#shared/formats/answers.ts'
import { profileSchema } from '#shared/formats/profile.ts'
import { snapshotSchema } from '#shared/formats/snapshot.ts'
import { isSampleId, loadSample, type Sample, sampleIds, samples } from '#shared/samples/index.ts'

const loaded = sampleIds.map((id) => [id, loadSample(id)] as const)

function factsOf<Id extends ProbeId>(sample: Sample, probe: Id): Facts[Id] | undefined {
  const record = sample.snapshot.probes[probe]
  return record?.status === 'ok' ? (record.facts as Facts[Id]) : undefined
}

function hashedServiceSid(name: string): string {
  const digest = createHash('sha1').update(name.toUpperCase(), 'utf16le').digest()
  return `S-1-5-80-${[0, 4, 8, 12, 16].map((offset) => digest.readUInt32LE(offset)).join('-')}`
}

function duplicates(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index)
}

describe('samples', () => {
  it('lists every id once, in the order of the ids', () => {
    expect(samples.map((sample) => sample.id)).toEqual(sampleIds)
    expect(duplicates(sampleIds)).toEqual([])
  })

  it('knows its own ids and no others', () => {
    expect(sampleIds.every(isSampleId)).toBe(true)
    expect(isSampleId('toString')).toBe(false)
  })

  it('builds each sample anew', () => {
    expect(loadSample('typical')).toEqual(loadSample('typical'))
    expect(loadSample('typical').snapshot).not.toBe(loadSample('typical').snapshot)
  })
})

describe.each(loaded)('sample %s', (_id, sample) => {
  it.each([
    ['snapshot', snapshotSchema, sample.snapshot],
    ['profile', profileSchema, sample.profile],
    ['answers', answersSchema, sample.answers],
  ] as const)('has a valid %s that survives a file', (_name, schema, value) => {
    const parsed = schema.safeParse(JSON.parse(JSON.stringify(value)))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(parsed.data).toEqual(value)
  })

  it('has words in both languages', () => {
    for (const text of [sample.title, sample.teaches]) {
      expect(text.en).not.toBe('')
      expect(text.de).not.toBe('')
      expect(text.en).not.toBe(text.de)
    }
  })

  it('is evaluated within a day of its collection', () => {
    const hours = (Date.parse(sample.now) - Date.parse(sample.snapshot.collectedAt)) / 3_600_000
    expect(hours).toBeGreaterThan(0)
    expect(hours).toBeLessThan(24)
  })

  it('has seen nothing that happened after the collection', () => {
    const times = JSON.stringify(sample.snapshot.probes).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []
    const allowed = (factsOf(sample, 'tls-endpoints')?.endpoints ?? []).map((endpoint) => endpoint.certificate?.validTo)
    const later = times.filter((time) => Date.parse(time) > Date.parse(sample.snapshot.collectedAt) && !allowed.includes(time))
    expect(later).toEqual([])
  })

  it('has answers given before the evaluation', () => {
    const given = Object.values(sample.answers.answers).flat()
    expect(given.filter((answer) => Date.parse(answer.at) > Date.parse(sample.now))).toEqual([])
    expect(given.filter((answer) => answer.note.trim() === '')).toEqual([])
  })

  it('has a record for every probe', () => {
    expect(
      probeIds.filter(
        (probe) => sample.snapshot.probes[probe] === undefined && !(probe === 'tls-endpoints' && sample.profile.endpoints === undefined),
      ),
    ).toEqual([])
  })

  it('names accounts that exist', () => {
    const users = factsOf(sample, 'local-users')?.users
    const groups = factsOf(sample, 'local-groups')?.groups
    const host = factsOf(sample, 'host')
    const machine = users?.[0]?.sid.replace(/-\d+$/, '')
    if (users === undefined || groups === undefined || machine === undefined || host === undefined) return
    const known = new Set([...users.map((user) => user.sid), ...groups.map((group) => group.sid), `${machine}-513`])
    const resolves = (sid: string): boolean => {
      if (!sid.startsWith('S-1-5-21-') && !sid.startsWith('S-1-5-32-')) return true
      if (sid.startsWith(`${machine}-`)) return known.has(sid)
      return sid.startsWith('S-1-5-32-') ? known.has(sid) : host.membership !== 'workgroup'
    }
    const named = [
      ...(factsOf(sample, 'services')?.services ?? []).map((service) => service.accountSid),
      ...(factsOf(sample, 'scheduled-tasks')?.tasks ?? []).map((task) => task.accountSid),
      ...(factsOf(sample, 'processes')?.processes ?? []).map((process) => process.accountSid),
      ...(factsOf(sample, 'logons')?.remote ?? []).map((logon) => logon.accountSid),
      ...(factsOf(sample, 'logons')?.sessions ?? []).map((session) => session.accountSid),
      ...groups.flatMap((group) => group.members.filter((member) => member.kind !== 'unknown').map((member) => member.sid)),
      ...(factsOf(sample, 'account-groups')?.accounts ?? []).flatMap((account) => [account.sid, ...account.groups]),
      ...Object.values(factsOf(sample, 'user-rights')?.rights ?? {}).flatMap((holders) => holders.map((holder) => holder.sid)),
    ]
    expect(named.filter((sid) => sid !== null && !resolves(sid))).toEqual([])
  })

  it('gives an account the same SID wherever it is named', () => {
    const host = factsOf(sample, 'host')
    const directory = createAccountDirectory({ host, 'local-users': factsOf(sample, 'local-users') })
    const pairs = [
      ...(factsOf(sample, 'services')?.services ?? []).map((service) => [service.account, service.accountSid] as const),
      ...(factsOf(sample, 'processes')?.processes ?? []).map((process) => [process.account, process.accountSid] as const),
      ...(factsOf(sample, 'logons')?.remote ?? []).map((logon) => [logon.account, logon.accountSid] as const),
      ...(factsOf(sample, 'local-groups')?.groups ?? []).flatMap((group) =>
        group.members.map((member) => [member.name, member.sid] as const),
      ),
      ...(factsOf(sample, 'account-groups')?.accounts ?? []).map((account) => [account.name, account.sid] as const),
    ]
    const sids = new Map<string, Set<string>>()
    for (const [name, sid] of pairs) {
      if (name === null || sid === null) continue
      const key = directory.resolve(name).key
      sids.set(key, (sids.get(key) ?? new Set()).add(sid))
    }
    expect([...sids].filter(([, each]) => each.size > 1).map(([name]) => name)).toEqual([])
  })

  it('has the SID of every service account that Windows derives from its name', () => {
    const services = factsOf(sample, 'services')?.services ?? []
    for (const service of services.filter((each) => /^NT Service\\/i.test(each.account))) {
      expect([service.name, service.accountSid]).toEqual([service.name, hashedServiceSid(service.account.slice(11))])
    }
  })

  it('names nothing twice', () => {
    expect(duplicates((factsOf(sample, 'services')?.services ?? []).map((service) => service.name.toLowerCase()))).toEqual([])
    expect(duplicates((factsOf(sample, 'programs')?.programs ?? []).map((program) => program.name))).toEqual([])
    expect(duplicates((factsOf(sample, 'local-users')?.users ?? []).flatMap((user) => [user.name.toLowerCase(), user.sid]))).toEqual([])
    expect(duplicates((factsOf(sample, 'local-groups')?.groups ?? []).flatMap((group) => [group.name, group.sid]))).toEqual([])
    expect(duplicates((factsOf(sample, 'scheduled-tasks')?.tasks ?? []).map((task) => task.path))).toEqual([])
    expect(
      duplicates((factsOf(sample, 'listeners')?.listeners ?? []).map((each) => `${each.protocol} ${each.address} ${each.port}`)),
    ).toEqual([])
    for (const instance of factsOf(sample, 'sql-server')?.instances ?? []) {
      expect(duplicates(instance.logins.flatMap((login) => [login.name, login.sid]))).toEqual([])
      for (const login of instance.logins) {
        expect(login.databases.map((each) => each.database).filter((database) => !instance.databases.includes(database))).toEqual([])
      }
    }
  })

  it('looks like a Windows server', () => {
    const services = factsOf(sample, 'services')?.services ?? []
    expect(services.length).toBeGreaterThan(100)
    expect(services.map((service) => service.name)).toEqual(expect.arrayContaining(['LanmanServer', 'RpcSs', 'TermService', 'WinDefend']))
    expect(services.filter((service) => !/^[A-Z]:\\.+\.exe$/i.test(service.executable))).toEqual([])
    expect((factsOf(sample, 'programs')?.programs ?? []).length).toBeGreaterThan(20)
    const rights = factsOf(sample, 'user-rights')?.rights
    if (rights !== undefined)
      expect(Object.keys(rights)).toEqual(expect.arrayContaining(['SeServiceLogonRight', 'SeDenyRemoteInteractiveLogonRight']))
    const firewall = factsOf(sample, 'firewall')
    if (firewall !== undefined) expect(firewall.inboundAllow.length).toBeGreaterThan(20)
  })

  it('lets every account that a service logs on as log on as a service', () => {
    const rights = factsOf(sample, 'user-rights')?.rights.SeServiceLogonRight
    if (rights === undefined) return
    const holders = new Set(rights.map((holder) => holder.sid))
    const services = (factsOf(sample, 'services')?.services ?? []).filter((service) => service.accountSid?.startsWith('S-1-5-21-'))
    expect(services.filter((service) => !holders.has(service.accountSid ?? '')).map((service) => service.name)).toEqual([])
  })

  it('shows no address or name of the outside world', () => {
    const text = JSON.stringify([sample.snapshot, sample.profile, sample.answers])
    const addresses = [...text.matchAll(/(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])/g)].map((match) => match[1] ?? '')
    const documentation = /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|127\.0\.0\.1$|0\.0\.0\.0$)/
    const versions = JSON.stringify([
      factsOf(sample, 'programs'),
      factsOf(sample, 'services'),
      factsOf(sample, 'processes'),
      factsOf(sample, 'sql-server'),
    ])
    expect(addresses.filter((address) => !documentation.test(address) && !versions.includes(address))).toEqual([])
    const domains = [...text.matchAll(/\b[a-z0-9-]+\.(?:com|net|org|de|co|io|cloud)\b/g)].map((match) => match[0])
    expect(domains.filter((domain) => !/example\.(?:com|net|org)$/.test(domain))).toEqual([])
  })
})
