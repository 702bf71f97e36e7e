import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { findKeys, SEARCH_LIMITS } from '#electron/probes/connector/key-files.ts'
import { createNotebook } from '#electron/probes/reading.ts'
import { rsaPair } from './made-keys.ts'

/** Files called denied or busy cannot be opened, folders of these names not be listed. */
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const refuse = (path: unknown): void => {
    const name = String(path).split('/').at(-1) ?? ''
    if (name.startsWith('denied')) throw Object.assign(new Error('refused'), { code: 'EACCES' })
    if (name.startsWith('busy')) throw Object.assign(new Error('in use'), { code: 'EBUSY' })
  }
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      refuse(args[0])
      return await real.open(...args)
    },
    readdir: async (...args: Parameters<typeof real.readdir>) => {
      refuse(args[0])
      return await real.readdir(...args)
    },
  }
})

const PRIVATE = String(rsaPair(1024).privateKey.export({ format: 'pem', type: 'pkcs8' }))
const PUBLIC = String(rsaPair(1024).publicKey.export({ format: 'pem', type: 'spki' }))

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

async function search(limits = SEARCH_LIMITS, optional = false, below = '') {
  const notebook = createNotebook()
  const { keys, hosts } = await findKeys(join(folder, below), optional, notebook, limits)
  const reading = notebook.reading(null)
  return {
    keys: keys.map(({ path, kind }) => `${kind} ${path.slice(folder.length + 1)}`),
    hosts,
    incomplete: 'incomplete' in reading,
    notes: ('notes' in reading ? (reading.notes ?? []) : []).map((note) => note.replaceAll(folder, 'FOLDER')),
  }
}

describe('key-files', () => {
  it('finds keys by what is in them, whatever they are called, in the order of their paths', async () => {
    await write({
      'keys/transfer_rsa': PRIVATE,
      'keys/transfer_rsa.pub': PUBLIC,
      'conf/agent.ini': `[tls]\n${PRIVATE}`,
      'a.key': 'no key',
      'keys/cert.pem': '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
    })
    expect(await search()).toEqual({
      keys: ['private conf/agent.ini', 'private keys/transfer_rsa', 'public keys/transfer_rsa.pub'],
      hosts: [],
      incomplete: false,
      notes: [],
    })
  })

  it.each([
    { name: 'programs', file: 'a.exe', content: PRIVATE },
    { name: 'empty files', file: 'a.key', content: '' },
    { name: 'files larger than any key', file: 'a.key', content: `${PRIVATE}${' '.repeat(64 * 1024)}` },
  ])('does not look into $name', async ({ file, content }) => {
    await write({ [file]: content })
    expect(await search()).toMatchObject({ keys: [], incomplete: false })
  })

  it('looks into a file as large as a key may be', async () => {
    await write({ 'a.key': `${PRIVATE}${' '.repeat(64 * 1024 - PRIVATE.length)}` })
    expect(await search()).toMatchObject({ keys: ['private a.key'] })
  })

  it('learns hosts from the list of known ones', async () => {
    await write({
      'ssh/known_hosts': 'b.example,192.0.2.7 ssh-rsa AAAA\n',
      known_hosts2: 'a.example ssh-rsa AAAA\n',
      other_hosts: 'x y z\n',
    })
    expect((await search()).hosts).toEqual(['192.0.2.7', 'a.example', 'b.example'])
  })

  it('does not follow links, neither below nor as the folder itself', async () => {
    await write({ 'elsewhere/a.key': PRIVATE, 'own/b.key': PRIVATE })
    await symlink(join(folder, 'elsewhere'), join(folder, 'own', 'link'))
    await symlink(join(folder, 'elsewhere', 'a.key'), join(folder, 'own', 'linked.key'))
    await symlink(join(folder, 'own'), join(folder, 'top'))
    expect(await search(SEARCH_LIMITS, false, 'own')).toMatchObject({ keys: ['private own/b.key'], incomplete: false })
    expect(await search(SEARCH_LIMITS, false, 'top')).toMatchObject({
      keys: [],
      incomplete: true,
      notes: ['folder FOLDER/top was not searched for keys: it is a link to elsewhere'],
    })
  })

  it.each([
    { name: 'as deep as it looks', depth: 2, found: true },
    { name: 'one folder deeper', depth: 1, found: false },
  ])('searches $name', async ({ depth, found }) => {
    await write({ 'one/two/a.key': PRIVATE })
    expect(await search({ ...SEARCH_LIMITS, depth })).toMatchObject({ keys: found ? ['private one/two/a.key'] : [], incomplete: !found })
  })

  it.each([
    { name: 'entries within the limit', limits: { entries: 3 }, keys: 3 },
    { name: 'one entry too many', limits: { entries: 2 }, keys: 2 },
    { name: 'files within the limit', limits: { files: 2 }, keys: 3 },
    { name: 'more files than are opened', limits: { files: 1 }, keys: 2 },
  ])('says where it stops at $name', async ({ limits, keys }) => {
    await write({ 'a.key': PRIVATE, 'b.key': PRIVATE, 'c.key': PRIVATE })
    const found = await search({ ...SEARCH_LIMITS, ...limits })
    expect(found.keys).toHaveLength(keys)
    expect(found.notes).toEqual(keys === 3 ? [] : ['folder FOLDER was searched for keys only in part: it is too large'])
  })

  it('names keys and folders that refuse, counts other files, and keeps the rest', async () => {
    await write({ 'a.key': PRIVATE, 'denied.pem': PRIVATE, 'denied.ini': 'x', 'denied2.ini': 'x', 'denied-folder/b.key': PRIVATE })
    expect(await search()).toEqual({
      keys: ['private a.key'],
      hosts: [],
      incomplete: true,
      notes: [
        'folder FOLDER/denied-folder could not be searched for keys: EACCES',
        'file FOLDER/denied.pem could not be opened to look for a key: EACCES',
        'files of FOLDER that could not be opened to look for keys: 2',
      ],
    })
  })

  it('remarks on files that are in use, unless they are called keys', async () => {
    await write({ 'busy.lock': 'x' })
    expect(await search()).toEqual({
      keys: [],
      hosts: [],
      incomplete: false,
      notes: ['files in use of FOLDER that were not looked into for keys: 1'],
    })
    await write({ 'busy.key': 'x' })
    expect(await search()).toMatchObject({ incomplete: true, notes: { length: 2 } })
  })

  it.each([
    { name: 'the installation', optional: false, notes: ['folder FOLDER/gone could not be searched for keys: ENOENT'] },
    { name: 'its data', optional: true, notes: [] },
  ])('minds a missing folder of $name or not', async ({ optional, notes }) => {
    expect(await search(SEARCH_LIMITS, optional, 'gone')).toEqual({ keys: [], hosts: [], incomplete: notes.length > 0, notes })
  })

  it('says that a folder is none', async () => {
    await write({ 'a.key': PRIVATE })
    expect(await search(SEARCH_LIMITS, true, 'a.key')).toMatchObject({ keys: [], incomplete: true })
  })
})
