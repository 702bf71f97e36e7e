import type { Com, ComObject } from './com.ts'
import type { ComValue } from './com-values.ts'
import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { errorCodes, refused, succeeded, type Win32Failure, type Win32Result } from './result.ts'

/** Properties of one object by their name; undefined: its class has no such property, or one that is no simple value. */
export type ManagedObject<Property extends string> = { readonly [Name in Property]: ComValue }

export interface ManagementInstrumentation {
  /**
   * All objects of a class with these properties.
   *
   * A namespace or class that this Windows does not have is refused with `invalidNamespace` or `invalidClass`.
   */
  objects<Property extends string>(
    namespace: string,
    className: string,
    properties: readonly Property[],
  ): Win32Result<readonly ManagedObject<Property>[]>
}

const LOCATOR = {
  name: 'WbemLocator',
  classId: '4590f811-1d3a-11d0-891f-00aa004b2e24',
  interfaceId: 'dc12a687-737f-11cf-884d-00aa004b2e24',
}

/** WBEM_FLAG_CONNECT_USE_MAX_WAIT of wbemcli.h: a service that does not answer is given up after two minutes. */
const CONNECT_WITH_LIMIT = 0x80

/** WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY of wbemcli.h. */
const QUERY_FLAGS = 0x30

/** How long one object may take, in milliseconds: a provider may have to be started on a busy server. */
const OBJECT_LIMIT_MS = 30_000

/** WBEM_E_NOT_FOUND: the class has no such property. */
const NO_SUCH_PROPERTY = 0x80041002

/** WBEM_E_ACCESS_DENIED, this service's own spelling of ERROR_ACCESS_DENIED. */
const WBEM_ACCESS_DENIED = 0x80041003

/** RPC_C_AUTHN_DEFAULT and RPC_C_AUTHZ_DEFAULT of rpcdce.h, and COLE_DEFAULT_PRINCIPAL of objidl.h. */
const BY_DEFAULT = 0xffffffff
const DEFAULT_PRINCIPAL = 0xffffffffffffffffn

/** RPC_C_AUTHN_LEVEL_PKT_PRIVACY and RPC_C_IMP_LEVEL_IMPERSONATE of rpcdce.h: some namespaces want the first, all want the second. */
const ENCRYPTED = 6
const IMPERSONATE = 3

const methods = {
  connect: {
    name: 'IWbemLocator::ConnectServer',
    offset: layouts.IWbemLocatorVtbl.ConnectServer,
    parameters:
      'uintptr_t space, void *user, void *password, void *locale, int32_t flags, void *authority, void *context, _Out_ uintptr_t *services',
  },
  query: {
    name: 'IWbemServices::ExecQuery',
    offset: layouts.IWbemServicesVtbl.ExecQuery,
    parameters: 'uintptr_t language, uintptr_t query, int32_t flags, void *context, _Out_ uintptr_t *list',
  },
  next: {
    name: 'IEnumWbemClassObject::Next',
    offset: layouts.IEnumWbemClassObjectVtbl.Next,
    parameters: 'int32_t limitMs, uint32_t count, _Out_ uintptr_t *object, _Out_ uint32_t *returned',
  },
  get: {
    name: 'IWbemClassObject::Get',
    offset: layouts.IWbemClassObjectVtbl.Get,
    parameters: 'str16 name, int32_t flags, _Inout_ uint8_t *value, void *type, void *origin',
  },
}

/** Asks Windows Management Instrumentation of this machine; nothing is ever changed or run. */
export function createManagementInstrumentation(native: NativeAccess, com: Com): ManagementInstrumentation {
  const setBlanket = native.bind(
    'ole32.dll',
    'int32_t __stdcall CoSetProxyBlanket(uintptr_t proxy, uint32_t authentication, uint32_t authorization, uintptr_t principal, uint32_t level, uint32_t impersonation, void *identity, uint32_t capabilities)',
    'status',
  )
  /** Services refuse to answer for somebody whom they may not act as; each proxy has to be told. */
  const trust = (proxy: ComObject): Win32Result<null> => {
    const code = Number(setBlanket(proxy.address, BY_DEFAULT, BY_DEFAULT, DEFAULT_PRINCIPAL, ENCRYPTED, IMPERSONATE, null, 0))
    return code === 0 ? succeeded(null) : refused('CoSetProxyBlanket', code >>> 0)
  }
  return {
    objects: (namespace, className, properties) => {
      const answer = com.create(LOCATOR, (locator) =>
        locator.object(
          methods.connect,
          (result) => [{ text: namespace }, null, null, null, CONNECT_WITH_LIMIT, null, null, result],
          (services) => {
            const trusted = trust(services)
            if (!trusted.ok) return trusted
            const query = `SELECT * FROM ${className}`
            return services.object(
              methods.query,
              (result) => [{ text: 'WQL' }, { text: query }, QUERY_FLAGS, null, result],
              (list) => {
                const trustedList = trust(list)
                return trustedList.ok ? readObjects(list, properties) : trustedList
              },
            )
          },
        ),
      )
      return answer.ok ? answer : { ok: false, failure: named(answer.failure, `${namespace} ${className}`) }
    },
  }
}

function named(failure: Win32Failure, subject: string): Win32Failure {
  const code = failure.code === WBEM_ACCESS_DENIED ? errorCodes.accessDenied : failure.code
  return { ...failure, code, subject, missingRight: 'Enable Account on the namespace' }
}

function readObjects<Property extends string>(
  list: ComObject,
  properties: readonly Property[],
): Win32Result<readonly ManagedObject<Property>[]> {
  const objects: ManagedObject<Property>[] = []
  for (;;) {
    const next = list.object(
      methods.next,
      (result) => [OBJECT_LIMIT_MS, 1, result, [0]],
      (object) => readProperties(object, properties),
    )
    if (next.ok) objects.push(next.value)
    else return next.failure.code === errorCodes.noMoreItems ? succeeded(objects) : next
  }
}

function readProperties<Property extends string>(object: ComObject, properties: readonly Property[]): Win32Result<ManagedObject<Property>> {
  const values: Partial<Record<Property, ComValue>> = {}
  for (const property of properties) {
    const value = object.value(methods.get, (variant) => [property, 0, variant, null, null])
    if (value.ok) values[property] = value.value
    else if (value.failure.code !== NO_SUCH_PROPERTY) return value
  }
  return succeeded(values as ManagedObject<Property>)
}
