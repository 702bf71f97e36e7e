import { describe, expect, it } from 'vitest'

import type { Rehearsal } from '#electron/core/rotation/compose-change.ts'
import { type RehearsalRequest, rehearse } from '#electron/core/rotation/rehearsal.ts'
import { rehearsalDocument } from '#electron/core/rotation/rehearsal-document.ts'
import { steps } from '#shared/rotation/keys.ts'
import { loadSample, type SampleId, sampleIds } from '#shared/samples/index.ts'

const requestOf = (id: SampleId, more: Partial<RehearsalRequest> = {}): RehearsalRequest => {
  const { snapshot, profile, now } = loadSample(id)
  return { snapshot, profile, now, logins: [], newUsers: [], ...more }
}

function rehearsalOf(id: SampleId, more: Partial<RehearsalRequest> = {}): Rehearsal {
  const rehearsed = rehearse(requestOf(id, more))
  if (rehearsed.kind !== 'rehearsal') throw new Error(`${id} was not rehearsed: ${JSON.stringify(rehearsed)}`)
  return rehearsed.rehearsal
}

const keysOf = ({ findings }: Rehearsal, level: string) => findings.filter((finding) => finding.level === level).map(({ key }) => key)

describe('rehearse', () => {
  it.each(sampleIds)('%s: goes through every step to the end, and never calls all well', (id) => {
    const { acts, plan, standing, pausedAtLeast } = rehearsalOf(id)
    expect(acts.at(-1)?.act).toBe('finish')
    expect(acts.map(({ place }) => steps.indexOf(place as (typeof steps)[number]))).toEqual(
      acts.map(({ place }) => steps.indexOf(place as (typeof steps)[number])).toSorted((one, other) => one - other),
    )
    expect(plan.rehearsal).toBe(true)
    expect(standing).not.toBe('could-start')
    expect(pausedAtLeast).toBeGreaterThan(0)
  })

  it('takes the logins of profile and services, with their place in the key', () => {
    expect(rehearsalOf('typical').plan.logins.map(({ key }) => key)).toEqual([
      'windows:ERP01\\erpsync',
      expect.stringMatching(/^erp:.+\/admin$/),
      'sql-server:ERP01/erp_sync',
    ])
  })

  it('tells apart what stands in the way and what only the server can tell', () => {
    const rehearsal = rehearsalOf('typical')
    expect(rehearsal.standing).toBe('stopped')
    expect(keysOf(rehearsal, 'stop')).toEqual(['used-by-service', 'used-by-service', 'used-by-task'])
    expect(rehearsal.notRead.map(({ key }) => key)).toEqual(expect.arrayContaining(['keychain-not-known', 'uses-not-known']))
    expect(rehearsal.findings.map(({ key }) => key)).not.toContain('keychain-not-known')
  })

  it('with a new user stops at nothing, because the others keep the old one', () => {
    const rehearsal = rehearsalOf('typical', { newUsers: [{ login: 'erpsync', name: 'svc-sync' }] })
    expect(keysOf(rehearsal, 'stop')).toEqual([])
    expect(rehearsal.standing).toBe('not-known')
    expect(rehearsal.plan.logins[0]?.change).toEqual({
      kind: 'new-user',
      newKey: 'windows:ERP01\\svc-sync',
      newName: 'svc-sync',
      rights: ['SeServiceLogonRight'],
    })
    expect(rehearsal.plan.logins[0]?.usedByOthers).toBe(true)
    expect(rehearsal.acts.map(({ act }) => act)).not.toContain('retire-old-login')
  })

  it('retires an old login that nobody else uses', () => {
    const rehearsal = rehearsalOf('well-kept', { newUsers: [{ login: 'erpsync', name: 'svc-sync' }] })
    expect(rehearsal.plan.logins.find(({ kind }) => kind === 'windows')?.usedByOthers).toBe(false)
    expect(rehearsal.acts.map(({ act }) => act)).toContain('retire-old-login')
  })

  it('keeps how each service spells the account that it had', () => {
    const { snapshot, profile } = loadSample('well-kept')
    const { services } = snapshot.probes
    if (services?.status !== 'ok') throw new Error('the sample has no services')
    const planned = rehearsalOf('well-kept', { newUsers: [{ login: 'erpsync', name: 'svc-sync' }], profile }).plan.logins
    const holders = planned.flatMap((login) => login.holders).filter(({ kind }) => kind === 'service')
    expect(holders.length).toBeGreaterThan(0)
    for (const { name, account } of holders) {
      expect(account).toBe(services.facts.services.find((service) => service.name === name)?.account)
    }
  })

  it('gives a new login of SQL Server a key on its instance and roles that read', () => {
    const { profile } = loadSample('typical')
    const { plan } = rehearsalOf('typical', {
      profile: { ...profile, erp: { ...profile.erp, companyDatabases: ['MAS_ABC'] } },
      logins: ['sql:erp_sync'],
      newUsers: [{ login: 'sql:erp_sync', name: 'svc_sync' }],
    })
    expect(plan.logins.map(({ change }) => change)).toEqual([
      { kind: 'new-user', newKey: 'sql-server:ERP01/svc_sync', newName: 'svc_sync', rights: ['db_datareader: MAS_ABC'] },
    ])
  })

  it('takes an old password as not known, so the way back ends with the first change', () => {
    const { acts } = rehearsalOf('typical')
    const first = acts.findIndex(({ backClosed }) => backClosed.length > 0)
    expect(acts[first]).toMatchObject({ act: 'change-password', login: 'windows:ERP01\\erpsync', how: 'reset' })
    expect(acts[first]?.backClosed.map(({ reason }) => reason)).toContain('old-password-unknown')
    expect(acts.slice(first).every(({ backClosed }) => backClosed.length > 0)).toBe(true)
  })

  it('names what restarts: its own services in the order of their start, then those of others', () => {
    expect(rehearsalOf('typical').restarts).toEqual(['WSPErpDriverSync', 'WSPErpDriverQueue', 'LabelQueue', 'Sage100AppServer'])
    expect(rehearsalOf('typical', { logins: ['erp:admin'] }).restarts).toEqual(['WSPErpDriverSync', 'WSPErpDriverQueue'])
  })

  it('counts a minute for each act of a person in the pause, and little for the program', () => {
    const { acts, pausedAtLeast } = rehearsalOf('typical')
    const inPause = acts.filter(({ place }) => ['pause', 'change', 'enter', 'resume'].includes(place))
    const people = inPause.filter(({ owner }) => owner !== 'app').length
    expect(pausedAtLeast).toBeGreaterThan(people)
    expect(pausedAtLeast).toBeLessThan(inPause.length)
  })

  it('leaves out a login that SQL Server knows through Windows, and says so', () => {
    const { plan, throughWindows } = rehearsalOf('managed-account')
    expect(throughWindows).toEqual(['EXEMPLAR\\gmsa-erpsync$'])
    expect(plan.logins.map(({ kind }) => kind)).toEqual(['windows', 'erp'])
  })

  it('stops where a service that the profile names is not there', () => {
    const { profile } = loadSample('well-kept')
    const [tool] = profile.syncTools
    if (tool === undefined) throw new Error('the sample has no sync tool')
    const rehearsal = rehearsalOf('well-kept', { profile: { ...profile, syncTools: [{ ...tool, service: 'NotThere' }] } })
    expect(rehearsal.findings).toContainEqual(expect.objectContaining({ key: 'sync-services-missing', params: { services: ['NotThere'] } }))
    expect(rehearsal.standing).toBe('stopped')
  })

  it('needs a login', () => {
    const { snapshot, now } = loadSample('typical')
    const probes = {}
    expect(rehearse({ snapshot: { ...snapshot, probes }, profile: null, now, logins: [], newUsers: [] })).toEqual({
      kind: 'no-login',
    })
  })

  it('rehearses a server of which nothing was read, and stops', () => {
    const { snapshot, profile, now } = loadSample('typical')
    const rehearsed = rehearse({ snapshot: { ...snapshot, probes: {} }, profile, now, logins: [], newUsers: [] })
    expect(rehearsed).toMatchObject({ kind: 'rehearsal', rehearsal: { standing: 'stopped', plan: { server: '?' } } })
  })
})

describe('rehearsalDocument', () => {
  it('has the same keys for every sample, and is the same for the same input', () => {
    const documents = sampleIds.map((id) => rehearsalDocument(rehearsalOf(id)))
    expect(new Set(documents.map((document) => Object.keys(document).join(' '))).size).toBe(1)
    expect(JSON.stringify(rehearsalDocument(rehearsalOf('typical')))).toBe(JSON.stringify(rehearsalDocument(rehearsalOf('typical'))))
  })
})
