import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { VaultCall } from '../electron/vault/programs/use-vault.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const LOGIN = 'windows:ERP01\\Jürgen №1 100%'
const SECRET = 'Grün.42-Kanarie_~ß№'

describeWith('wine', 'vault in Credential Manager', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  /** Each in a process of its own. */
  async function answers(...calls: readonly VaultCall[]): Promise<readonly unknown[]> {
    await writeFile(join(workspace.folder, 'script.json'), JSON.stringify({ secret: SECRET, calls }))
    expect(await workspace.runWine(['use.mjs', 'script.json', 'answers.json'])).toMatchObject({ status: 0, stdout: '', stderr: '' })
    return JSON.parse(await readFile(join(workspace.folder, 'answers.json'), 'utf8'))
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        use: new URL('../electron/vault/programs/use-vault.ts', import.meta.url),
        beside: new URL('./programs/store-beside.ts', import.meta.url),
      },
    })
  })
  afterAll(async () => {
    await workspace?.close()
  })

  it('stores, reads, lists and removes passwords across processes', async () => {
    const [preflight, empty, staged] = await answers(['preflight'], ['list'], ['stage', LOGIN, '$secret'])
    expect([preflight, empty]).toEqual([
      { ok: true, value: null },
      { ok: true, value: { generations: [], unreadable: [] } },
    ])
    const { value: generation } = staged as { readonly value: string }
    const entry = { generation, server: 'ERP01', login: LOGIN, storedAt: expect.any(String), keepUntil: null }
    expect(await answers(['read', generation], ['promote', generation], ['stage', LOGIN, 'another-1'], ['list'])).toEqual([
      { ok: true, value: '$secret' },
      { ok: true, value: null },
      { ok: true, value: expect.stringMatching(/^[0-9a-f]{32}$/) },
      {
        ok: true,
        value: {
          generations: expect.arrayContaining([
            { ...entry, state: 'current', promotedAt: expect.any(String) },
            { ...entry, state: 'next', promotedAt: null, generation: expect.any(String) },
          ]),
          unreadable: [],
        },
      },
    ])
    expect(await answers(['discard', generation], ['read', generation])).toEqual([
      { ok: true, value: null },
      { ok: false, problem: { kind: 'no-such-generation' } },
    ])
  })

  it('gives the password of a SQL login to the server alone that it was kept for', async () => {
    expect(await answers(['keepSql', 'ERP01\\SAGE', 'wsp №1', '$secret'])).toEqual([{ ok: true, value: null }])
    const found = await answers(
      ['findSql', 'localhost\\sage', 'wsp №1'],
      ['findSql', 'ERP01', 'wsp №1'],
      ['storedSql'],
      ['forgetSql', 'ERP01\\SAGE', 'wsp №1'],
      ['storedSql'],
    )
    expect(found).toEqual([
      { ok: true, value: '$secret' },
      { ok: true, value: { kind: 'none' } },
      { ok: true, value: [{ instance: 'ERP01\\SAGE', login: 'wsp №1', isHere: true }] },
      { ok: true, value: true },
      { ok: true, value: [] },
    ])
  })

  it('keeps the head of a journal and a key', async () => {
    expect(await answers(['readHead', 'r1'], ['writeHead', 'r1', '3', 'abc'], ['key'])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      { bytes: 32, isSame: true },
    ])
    expect(await answers(['readHead', 'r1'])).toEqual([{ ok: true, value: { sequence: 3, hash: 'abc' } }])
  })

  it('finds nothing of what other programs keep under names that begin alike', async () => {
    const [before] = await answers(['list'])
    expect(await workspace.runWine(['beside.mjs'])).toMatchObject({ status: 0, stderr: '' })
    expect(await answers(['list'])).toEqual([before])
  })

  it('obeys the policy that forbids stored credentials', async () => {
    const setting = ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa', '/v', 'DisableDomainCreds', '/f']
    await workspace.prefix.run('reg', ['add', ...setting, '/t', 'REG_DWORD', '/d', '1'], workspace.folder)
    try {
      expect(await answers(['preflight'], ['stage', LOGIN, '$secret'], ['list'])).toEqual(
        Array.from({ length: 3 }, () => ({ ok: false, problem: { kind: 'policy' } })),
      )
    } finally {
      await workspace.prefix.run('reg', ['delete', ...setting], workspace.folder)
    }
    expect(await answers(['preflight'])).toEqual([{ ok: true, value: null }])
  })
})
