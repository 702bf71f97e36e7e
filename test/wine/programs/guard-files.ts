// Gives files their access lists and Windows its proxy, as an administrator would. Argument: JSON with security descriptors in text form
// by path, and the proxy. The product itself never does this.
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { toAddress } from '#electron/win32/memory.ts'

interface Wanted {
  readonly files?: Readonly<Record<string, string>>
  readonly proxy?: { readonly servers: string; readonly bypass: string }
}

const DACL_INFORMATION = 0x4
const NAMED_PROXY = 3

const native = createNativeAccess(koffiSource)
const toDescriptor = native.bind(
  'advapi32.dll',
  'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 text, uint32_t revision, _Out_ uintptr_t *descriptor, void *bytes)',
  'last-error',
)
const setSecurity = native.bind(
  'advapi32.dll',
  'int __stdcall SetFileSecurityW(str16 path, uint32_t information, uintptr_t descriptor)',
  'last-error',
)
const setProxy = native.bind('winhttp.dll', 'int __stdcall WinHttpSetDefaultProxyConfiguration(const uint8_t *information)', 'last-error')

const { files = {}, proxy }: Wanted = JSON.parse(process.argv[2] ?? '{}')
for (const [path, text] of Object.entries(files)) {
  const descriptor = [0n]
  if (!toDescriptor(text, 1, descriptor, null)) throw new Error(`no descriptor: ${native.lastError()}`)
  if (!setSecurity(path, DACL_INFORMATION, toAddress(descriptor[0]))) throw new Error(`SetFileSecurityW: ${native.lastError()}`)
}
if (proxy !== undefined) {
  const texts = [proxy.servers, proxy.bypass].map((text) => Buffer.from(`${text}\0`, 'utf16le'))
  const information = Buffer.alloc(24)
  information.writeUInt32LE(NAMED_PROXY, 0)
  for (const [index, text] of texts.entries()) information.writeBigUInt64LE(native.addressOf(text), 8 + index * 8)
  if (!setProxy(information)) throw new Error(`WinHttpSetDefaultProxyConfiguration: ${native.lastError()}`)
}
