import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehearse } from '#electron/core/rotation/rehearsal.ts'
import { rehearsalTable } from '#electron/hosts/cli/rehearsal-table.ts'
import { displayWidth } from '#shared/report/text-layout.ts'
import { loadSample, type SampleId, sampleIds } from '#shared/samples/index.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { createWorkplace, type Workplace } from './command-line.ts'

const rehearsal = ['rotate', '--rehearse']
const typical = [...rehearsal, '--sample', 'typical']

function tableOf(id: SampleId, language: 'en' | 'de', width: number, more: { readonly colour?: boolean; readonly server?: string } = {}) {
  const { snapshot, profile, now } = loadSample(id)
  const rehearsed = rehearse({ snapshot, profile, now, logins: [], newUsers: [] })
  if (rehearsed.kind !== 'rehearsal') throw new Error(`${id} was not rehearsed`)
  const { plan } = rehearsed.rehearsal
  const named = { ...rehearsed.rehearsal, plan: { ...plan, server: more.server ?? plan.server } }
  return rehearsalTable(named, createTranslator(language), { width, colour: more.colour === true })
}

describe('rotate', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
  })
  afterAll(() => {
    place.remove()
  })

  it('prints the plan of a sample: what stops it first, then the ten steps', () => {
    const { status, stdout, stderr } = place.run(typical)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/^Rehearsal of a password change on ERP01\n/)
    const order = [
      'Logins\n',
      '    STOP     ',
      '    NOTE     A reset',
      'Not known in a rehearsal\n',
      'Who depends',
      '   1 Make an',
      '  10 End the',
      'What restarts',
    ]
    const places = order.map((text) => stdout.indexOf(text))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  it('says the same of the written sample, at its time', () => {
    const files = ['samples/typical/snapshot.json', '--profile', 'samples/typical/profile.json', '--now', loadSample('typical').now]
    expect(place.run([...rehearsal, ...files]).stdout).toBe(place.run(typical).stdout)
    const input = readFileSync(join(place.folder, 'samples', 'typical', 'snapshot.json'))
    expect(place.run([...rehearsal, '-', ...files.slice(1)], { input }).stdout).toBe(place.run(typical).stdout)
  })

  it('ends with 3 where the rest is done by hand or not known', () => {
    expect(place.run([...rehearsal, '--sample', 'well-kept']).status).toBe(3)
    expect(place.run([...typical, '--new-user', 'erpsync=svc-sync']).status).toBe(3)
  })

  it('names the new user where it acts, and who still uses the old one, which then stays', () => {
    const words = place.run([...typical, '--new-user', 'erpsync=svc-sync']).stdout.replaceAll(/\s+/g, ' ')
    expect(words).toContain('Create the new user that takes over from ERP01\\erpsync.')
    expect(words).toContain('Verify that WSPErpDriverSync signs in as svc-sync.')
    expect(words).toContain('ERP01\\erpsync stays as it is at the end: LabelQueue, Sage100AppServer')
    expect(words).not.toContain('Disable the old login')
  })

  it('narrows to the logins that are named', () => {
    const { stdout, status } = place.run([...typical, '--login', 'sql:erp_sync', '--format', 'json'])
    const document = JSON.parse(stdout)
    expect(status).toBe(3)
    expect(document.logins).toMatchObject([{ key: 'sql-server:ERP01/erp_sync', changedBy: 'app' }])
    expect(document).toMatchObject({ schema: 'erp-sync-checkup/rehearsal@1', server: 'ERP01', standing: 'not-known' })
  })

  it('gives the same JSON in every language', () => {
    const json = [...typical, '--format', 'json']
    expect(place.run([...json, '--lang', 'de']).stdout).toBe(place.run(json).stdout)
  })

  it.each([
    ['the change itself', ['rotate', '--sample', 'typical'], 'changing passwords comes with the app'],
    ['nothing to rehearse', rehearsal, 'expected a snapshot or --sample'],
    ['two servers', [...typical, 'a.json'], 'not both'],
    ['a sample that is not there', [...rehearsal, '--sample', 'typicl'], 'did you mean typical? Type: erp-checkup rotate'],
    ['a file that is not there', [...rehearsal, 'none.json'], 'none.json: '],
    [
      'a login that is not there',
      [...typical, '--login', 'erpsinc'],
      '--login: unknown login erpsinc; did you mean windows:ERP01\\erpsync?',
    ],
    ['a login that is nothing like one', [...typical, '--login', 'x'], 'one of windows:ERP01\\erpsync, erp:admin, sql:erp_sync'],
    ['a new user without a name', [...typical, '--new-user', 'erpsync='], '--new-user: expected LOGIN=NAME'],
    ['a new user without a login', [...typical, '--new-user', 'svc-sync'], '--new-user: expected LOGIN=NAME'],
    ['a new user of an unknown login', [...typical, '--new-user', 'zzz=svc'], '--new-user: unknown login zzz'],
    ['a time that is none', [...typical, '--now', 'today'], '--now: expected a time in UTC'],
    ['a format that is none', [...typical, '--format', 'pdf'], '--format: expected one of table, json'],
  ])('refuses %s in one line', (_what, args, line) => {
    const { status, stdout, stderr } = place.run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(line)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('rehearsalTable', () => {
  const cases = sampleIds.flatMap((id) =>
    (['en', 'de'] as const).flatMap((language) => [40, 80, 120].map((width) => ({ id, language, width }))),
  )

  it.each(cases)('of $id in $language keeps within $width columns and leaves nothing open', ({ id, language, width }) => {
    const table = tableOf(id, language, width)
    expect(table).not.toMatch(/\{\{|\}\}|undefined|null/)
    expect(table).toMatch(/^ {3}1 [\s\S]*^ {2}10 /m)
    expect(table.split('\n').filter((line) => displayWidth(line) > width)).toEqual([])
  })

  it('promises no new password to an account that has none', () => {
    const [, logins = ''] = tableOf('managed-account', 'en', 120).split('\nLogins\n')
    expect(logins).toMatch(/^ {2}EXEMPLAR\\gmsa-erpsync\$ \(Windows\)\n {4}Has no password that could be changed\./)
  })

  it('says the same with colour and without', () => {
    const coloured = tableOf('typical', 'en', 80, { colour: true })
    expect(coloured).not.toBe(tableOf('typical', 'en', 80))
    expect(stripVTControlCharacters(coloured)).toBe(tableOf('typical', 'en', 80))
  })

  it('lets no name from a file steer the terminal', () => {
    expect(tableOf('typical', 'en', 80, { server: 'ERP\u001B[2J01' })).not.toContain('\u001B')
  })
})
