import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openWineWorkspace, type WineWorkspace } from '../support/wine.ts'
import type { ServiceSeed } from '../wine/programs/seed-services.ts'
import { ordinaryPrograms, type ProgramSeed, registrationFile } from '../wine/seed.ts'

/** An ordinary server has about so many services; each has an account, so that names are looked up as well. */
const ORDINARY_SERVICES = 130
const ACCOUNTS = ['LocalSystem', 'NT AUTHORITY\\LocalService', '.\\root', 'ACME\\svc_erp']

const SCRIPTS = {
  main: new URL('../wine/programs/collect-main.ts', import.meta.url),
  seed: new URL('../wine/programs/seed-services.ts', import.meta.url),
  worker: new URL('../../electron/collector/worker-entry.ts', import.meta.url),
  registry: new URL('./read-registry.ts', import.meta.url),
}

/** A throw-away Windows with so many times the programs and services of an ordinary server. */
export async function openSeededWindows(times: number): Promise<WineWorkspace & { close(): Promise<void> }> {
  const workspace = await openWineWorkspace({ bundle: SCRIPTS })
  try {
    await writeFile(join(workspace.folder, 'seed.reg'), registrationFile(programs(times)))
    await writeFile(join(workspace.folder, 'services.json'), JSON.stringify(services(times)))
    const imported = await workspace.prefix.run('reg.exe', ['import', 'seed.reg'], workspace.folder)
    const created = await workspace.runWine(['seed.mjs', 'services.json'])
    if (imported.status !== 0 || created.status !== 0) throw new Error(`not seeded: ${imported.stderr}${created.stderr}`)
    return workspace
  } catch (error) {
    await workspace.close()
    throw error
  }
}

function programs(times: number): readonly ProgramSeed[] {
  return ordinaryPrograms.flatMap((seed) => Array.from({ length: times }, (_, copy) => ({ ...seed, key: `${seed.key}${copy}` })))
}

function services(times: number): readonly ServiceSeed[] {
  return Array.from({ length: ORDINARY_SERVICES * times }, (_, index) => ({
    name: `Bench${index}`,
    displayName: `Service of module ${index}`,
    startType: 3,
    imagePath: `"C:\\Program Files\\Module ${index}\\service.exe" -run`,
    account: ACCOUNTS[index % ACCOUNTS.length] ?? null,
  }))
}
