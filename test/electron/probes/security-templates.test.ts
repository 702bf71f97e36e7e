import { describe, expect, it } from 'vitest'

import { definedBy, readSecurityTemplates } from '#electron/probes/security-templates.ts'
import { templateOf } from '../policy/template-samples.ts'
import {
  DOMAIN_DEFAULT,
  domainPolicy,
  listOf,
  localPolicy,
  type MachineFiles,
  places,
  policyMachines,
  refusedList,
  SERVERS,
  usualList,
} from './policy-machine.ts'

const template = (...rights: readonly string[]): Buffer =>
  templateOf('[Privilege Rights]', ...rights.map((right) => `${right} = *S-1-5-32-546`))
const { cachedTemplate, domainTemplate, localTemplate } = places

describe('security templates', () => {
  const machine = policyMachines()

  async function titles(registry: typeof usualList, files: MachineFiles) {
    const { templates, unread, complete } = await readSecurityTemplates(machine(registry, files))
    expect(unread).toEqual([])
    return { titles: templates.map(({ title }) => title), complete }
  }

  it('are those that Windows copied, in their order and with the names of the list', async () => {
    const files = { [cachedTemplate('gpt00001.inf')]: template('SeB'), [cachedTemplate('GPT00000.DOM')]: template('SeA') }
    expect(await titles(usualList, files)).toEqual({
      titles: ['the policy "Default Domain Policy"', 'the policy "Server – Größe"'],
      complete: true,
    })
  })

  it.each([
    { name: 'there are more of them', files: ['gpt00000.dom', 'gpt00001.inf', 'gpt00002.inf'] },
    { name: 'there are fewer of them', files: ['gpt00000.dom'] },
    { name: 'they are linked elsewhere', files: ['gpt00000.inf', 'gpt00001.dom'] },
  ])('go by the name of their file where the list says otherwise: $name', async ({ files }) => {
    const found = await titles(usualList, Object.fromEntries(files.map((name) => [cachedTemplate(name), template('SeA')])))
    expect(found.titles).toEqual(files.map((name) => `a group policy (${name})`))
  })

  it('leave other files of that folder alone', async () => {
    const files = { [cachedTemplate('tmpgptfl.inf')]: template('SeA'), [cachedTemplate('gpt00000.txt')]: template('SeA') }
    expect(await titles(usualList, files)).toEqual({ titles: [], complete: false })
  })

  it("come from the copies of the domain's policies where there are no others", async () => {
    const files = { [domainTemplate(SERVERS)]: template('SeA'), [domainTemplate(DOMAIN_DEFAULT)]: template('SeA') }
    expect(await titles(usualList, files)).toEqual({
      titles: ['the policy "Default Domain Policy"', 'the policy "Server – Größe"'],
      complete: true,
    })
  })

  it('are not complete where a policy has settings that are kept nowhere here', async () => {
    expect(await titles(usualList, { [domainTemplate(SERVERS)]: template('SeA') })).toEqual({
      titles: ['the policy "Server – Größe"'],
      complete: false,
    })
  })

  it('hold those of the local policy only where Windows applied these', async () => {
    const files = { [localTemplate]: template('SeA') }
    const applied = { values: { ...localPolicy.values, Extensions: domainPolicy.values?.Extensions ?? 5 } }
    expect(await titles(listOf(localPolicy), files)).toEqual({ titles: [], complete: true })
    expect(await titles(listOf(applied), files)).toEqual({ titles: ['the local group policy'], complete: true })
  })

  it('are none where no policy was applied, whatever lies around', async () => {
    expect(await titles({}, { [cachedTemplate('gpt00000.dom')]: template('SeA') })).toEqual({ titles: [], complete: true })
  })

  it.each<{ name: string; registry: typeof usualList; files: MachineFiles; unread: RegExp }>([
    { name: 'the list refuses', registry: refusedList, files: {}, unread: /ended with error 5/ },
    {
      name: 'the file is a folder',
      registry: usualList,
      files: { [cachedTemplate('gpt00000.dom')]: null },
      unread: /gpt00000\.dom could not be read: EISDIR$/,
    },
    {
      name: 'the file is none',
      registry: usualList,
      files: { [cachedTemplate('gpt00000.dom')]: Buffer.from('PReg\0') },
      unread: /gpt00000\.dom: expected a security template/,
    },
    {
      name: 'the file is cut',
      registry: usualList,
      files: { [cachedTemplate('gpt00000.dom')]: template('SeA').subarray(0, -1) },
      unread: /gpt00000\.dom is cut short/,
    },
  ])('say what could not be read: $name', async ({ registry, files, unread }) => {
    const found = await readSecurityTemplates(machine(registry, files))
    expect(found).toMatchObject({ unread: [expect.stringMatching(unread)], complete: false })
  })

  it('keep the others where one could not be read', async () => {
    const files = { [cachedTemplate('gpt00000.dom')]: null, [cachedTemplate('gpt00001.inf')]: template('SeB') }
    const found = await readSecurityTemplates(machine(usualList, files))
    expect(found.templates.map(({ title }) => title)).toEqual(['the policy "Server – Größe"'])
    expect(found.complete).toBe(false)
  })

  it('name the last policy that defines a right', async () => {
    const files = { [cachedTemplate('gpt00000.dom')]: template('SeA', 'SeB'), [cachedTemplate('gpt00001.inf')]: template('SeB', 'SeC') }
    const { templates } = await readSecurityTemplates(machine(usualList, files))
    const defined = definedBy(templates, ['SeA', 'SeB', 'SeC', 'SeD'], (one, right) => one.privilegeRights.has(right.toLowerCase()))
    expect([...defined]).toEqual([
      ['the policy "Default Domain Policy"', ['SeA']],
      ['the policy "Server – Größe"', ['SeB', 'SeC']],
    ])
  })
})
