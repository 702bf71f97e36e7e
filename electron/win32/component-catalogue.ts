import type { Com, ComMethod, ComObject } from './com.ts'
import { guidBytes } from './com-values.ts'
import { layouts } from './layouts.ts'
import { errorCodes, succeeded, type Win32Failure, type Win32Result } from './result.ts'

/** An application of COM+ with the account that it runs as. */
export interface ComponentApplication {
  readonly name: string
  /** `Interactive User` and the service accounts by their names in every language */
  readonly identity: string
}

export interface ComponentListing {
  readonly applications: readonly ComponentApplication[]
  readonly failures: readonly Win32Failure[]
}

export interface ComponentCatalogue {
  /** Applications of the COM+ catalogue of this machine. */
  list(): Win32Result<ComponentListing>
}

const CATALOGUE = {
  name: 'COMAdminCatalog',
  classId: 'f618c514-dfb8-11d1-a2cf-00805fc79235',
  interfaceId: 'dd662187-dfc2-11d1-a2cf-00805fc79235',
}
const COLLECTION_ID = '6eb22872-8a19-11d0-81b6-00a0c9231c29'
const OBJECT_ID = '6eb22871-8a19-11d0-81b6-00a0c9231c29'

const RIGHT = { missingRight: 'the role Reader of the COM+ system application' }

/** The catalogue hands out the general interface; the own one has to be asked for. */
const as: ComMethod = {
  name: 'IUnknown::QueryInterface',
  offset: layouts.IUnknownVtbl.QueryInterface,
  parameters: 'uint8_t *interfaceId, _Out_ uintptr_t *object',
}
const getCollection: ComMethod = {
  name: 'ICOMAdminCatalog::GetCollection',
  offset: layouts.ICOMAdminCatalogVtbl.GetCollection,
  parameters: 'uintptr_t name, _Out_ uintptr_t *collection',
  ...RIGHT,
}
const populate: ComMethod = {
  name: 'ICatalogCollection::Populate',
  offset: layouts.ICatalogCollectionVtbl.Populate,
  parameters: '',
  ...RIGHT,
}
const getCount: ComMethod = {
  name: 'ICatalogCollection::get_Count',
  offset: layouts.ICatalogCollectionVtbl.get_Count,
  parameters: '_Out_ int32_t *count',
}
const getItem: ComMethod = {
  name: 'ICatalogCollection::get_Item',
  offset: layouts.ICatalogCollectionVtbl.get_Item,
  parameters: 'int32_t index, _Out_ uintptr_t *item',
}
const getValue: ComMethod = {
  name: 'ICatalogObject::get_Value',
  offset: layouts.ICatalogObjectVtbl.get_Value,
  parameters: 'uintptr_t property, uint8_t *value',
}

/** Asks the catalogue through its COM interface: nothing else documents where it keeps what it knows. */
export function createComponentCatalogue(com: Com): ComponentCatalogue {
  return {
    list: () =>
      com.create(CATALOGUE, (catalogue) =>
        catalogue.object(
          getCollection,
          (result) => [{ text: 'Applications' }, result],
          (given) => given.object(as, (result) => [guidBytes(COLLECTION_ID), result], readCollection),
        ),
      ),
  }
}

function readCollection(collection: ComObject): Win32Result<ComponentListing> {
  const populated = collection.call(populate)
  if (!populated.ok) return populated
  const count = collection.number(getCount)
  if (!count.ok) return count
  const applications: ComponentApplication[] = []
  const failures: Win32Failure[] = []
  for (let index = 0; index < count.value; index += 1) {
    const item = collection.object(
      getItem,
      (result) => [index, result],
      (given) => given.object(as, (result) => [guidBytes(OBJECT_ID), result], readApplication),
    )
    if (item.ok) applications.push(item.value)
    else failures.push({ ...item.failure, subject: item.failure.subject ?? `application ${index + 1}` })
  }
  return succeeded({ applications, failures })
}

function readApplication(application: ComObject): Win32Result<ComponentApplication> {
  const name = readText(application, 'Name')
  if (!name.ok) return name
  const identity = readText(application, 'Identity')
  return identity.ok ? succeeded({ name: name.value, identity: identity.value }) : identity
}

function readText(application: ComObject, property: string): Win32Result<string> {
  const answer = application.value(getValue, (variant) => [{ text: property }, variant])
  if (!answer.ok) return { ok: false, failure: { ...answer.failure, subject: property } }
  if (typeof answer.value === 'string') return succeeded(answer.value)
  return { ok: false, failure: { function: getValue.name, code: errorCodes.invalidData, subject: property } }
}
