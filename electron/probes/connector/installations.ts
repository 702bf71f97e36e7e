import type { SyncTool } from '#shared/formats/profile.ts'
import { isNamedProgram, isNamedService } from '#shared/sync-tool/patterns.ts'
import { describeFailure, succeeded, type Win32Result } from '../../win32/result.ts'
import type { OpenServiceManager } from '../../win32/service-manager.ts'
import type { Windows } from '../../win32/windows.ts'
import { executableOf } from '../image-path.ts'
import { readMachinePrograms } from '../machine-programs.ts'
import type { ProbeContext } from '../probe.ts'
import type { Notebook } from '../reading.ts'
import { readServiceConfiguration } from '../service-configuration.ts'
import { folderOfProgram, isWithin, kindOfFolder, tidyFolder } from './folders.ts'
import { type ConnectorProduct, connectorProducts } from './products.data.ts'

/** A connector and the folder that it lies in. */
export interface Installation {
  readonly product: string
  readonly location: string
  /** hosts that the product is known to need */
  readonly hosts: readonly string[]
}

/** What is looked for: a tool of the profile, or a product that is known. */
interface Wanted {
  readonly product: string
  readonly hosts: readonly string[]
  ownsService(service: { readonly name: string; readonly displayName: string }): boolean
  ownsProgram(name: string): boolean
}

/**
 * The connectors that services and installed programs of this server tell of.
 *
 * A folder belongs to the first that claims it: tools of the profile before known products. Of folders within each other the outer one
 * stands. Where neither services nor programs can be listed, nothing is known; where one of them cannot, it is noted.
 */
export function findInstallations(context: ProbeContext, notebook: Notebook): Win32Result<readonly Installation[]> {
  const wanted = [...context.profile.syncTools.filter(({ kind }) => kind === 'connector').map(ofTool), ...connectorProducts.map(ofProduct)]
  const services = serviceFolders(context, wanted, notebook)
  const programs = programFolders(context, wanted, notebook)
  if (!services.ok && !programs.ok) return services
  if (!services.ok) notebook.gap(`connectors that run as a service are not known: ${describeFailure(services.failure)}`)
  if (!programs.ok) notebook.gap(`connectors among the programs are not known: ${describeFailure(programs.failure)}`)
  const found = [...(programs.ok ? programs.value : []), ...(services.ok ? services.value : [])]
  for (const { owner } of found.filter(({ folder }) => folder === null)) {
    if (!found.some((other) => other.owner === owner && other.folder !== null)) {
      notebook.gap(`${owner.product} is installed, but its folder is not known`)
    }
  }
  return succeeded(chooseFolders(wanted, found, context.environment))
}

function chooseFolders(wanted: readonly Wanted[], found: readonly FoundFolder[], environment: ProbeContext['environment']): Installation[] {
  const installations = wanted.flatMap((owner) => {
    const folders = found.flatMap((each) => (each.owner === owner && each.folder !== null ? [each.folder] : []))
    return folders.map((location) => ({ product: owner.product, location, hosts: owner.hosts }))
  })
  const own = installations.filter(({ location }) => kindOfFolder(location, environment) === 'own')
  const outer = installations.filter((each) => !own.some((other) => isWithin(each.location, other.location)))
  const seen = new Set<string>()
  return outer.filter(({ location }) => {
    const isNew = !seen.has(location.toLowerCase())
    seen.add(location.toLowerCase())
    return isNew
  })
}

interface FoundFolder {
  readonly owner: Wanted
  /** null: an installed program does not tell it */
  readonly folder: string | null
}

function ofTool(tool: SyncTool): Wanted {
  return {
    product: tool.name.trim() || (tool.service ?? ''),
    hosts: [],
    ownsService: (service) => isNamedService(service, tool.service ?? '') || isNamedService(service, tool.name),
    ownsProgram: (name) => isNamedProgram({ name }, tool.name),
  }
}

function ofProduct({ product, nameParts, hosts }: ConnectorProduct): Wanted {
  const isNamed = (name: string): boolean => nameParts.some((part) => name.toLowerCase().includes(part))
  return { product, hosts, ownsService: ({ name, displayName }) => isNamed(name) || isNamed(displayName), ownsProgram: isNamed }
}

function serviceFolders(context: ProbeContext, wanted: readonly Wanted[], notebook: Notebook): Win32Result<readonly FoundFolder[]> {
  const connected = context.windows.services.connect((manager): Win32Result<readonly FoundFolder[]> => {
    const list = manager.list()
    if (!list.ok) return list
    const folders = list.value.flatMap((service): FoundFolder[] => {
      const owner = wanted.find((each) => each.ownsService(service))
      const imagePath = owner === undefined ? null : readImagePath(context.windows, manager, service.name, notebook)
      if (owner === undefined || imagePath === null) return []
      return [{ owner, folder: folderOfProgram(executableOf(imagePath, context.environment)) }]
    })
    return succeeded(folders)
  })
  return connected.ok ? connected.value : connected
}

function readImagePath(windows: Windows, manager: OpenServiceManager, name: string, notebook: Notebook): string | null {
  const configuration = readServiceConfiguration(windows.registry, manager, name)
  if (configuration.ok) return configuration.value.imagePath
  notebook.gap(`the folder of service ${name} is not known: ${describeFailure(configuration.failure)}`)
  return null
}

/** Only what could not be read matters here: what the list of programs remarks on is told by the probe of programs. */
function programFolders(context: ProbeContext, wanted: readonly Wanted[], notebook: Notebook): Win32Result<readonly FoundFolder[]> {
  const { windows, environment } = context
  const programs = readMachinePrograms(windows.registry, environment, { ...notebook, remark: () => undefined })
  if (!programs.ok) return programs
  const folders = programs.value.flatMap(({ name, location }): FoundFolder[] => {
    const owner = wanted.find((each) => each.ownsProgram(name))
    return owner === undefined ? [] : [{ owner, folder: location === null ? null : tidyFolder(location) }]
  })
  return succeeded(folders)
}
