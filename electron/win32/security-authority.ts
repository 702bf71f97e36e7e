import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface SecurityAuthority {
  /** Opens the policy of this machine with these rights of ntsecapi.h for as long as `use` runs; `missingRight` names them. */
  open<Value>(access: number, missingRight: string, use: (policy: bigint) => Value): Win32Result<Value>
  /** Gives back a list that the authority allocated; a null pointer is none. */
  free(address: bigint): void
}

/** The local security authority of this machine, through advapi32. */
export function createSecurityAuthority(native: NativeAccess): SecurityAuthority {
  const bind = (declaration: string) => native.bind('advapi32.dll', declaration, 'status')
  const openPolicy = bind('int32_t __stdcall LsaOpenPolicy(void *system, uint8_t *attributes, uint32_t access, _Out_ uintptr_t *policy)')
  const free = bind('int32_t __stdcall LsaFreeMemory(uintptr_t memory)')
  const close = bind('int32_t __stdcall LsaClose(uintptr_t policy)')
  return {
    open: (access, missingRight, use) => {
      const attributes = Buffer.alloc(layouts.LSA_OBJECT_ATTRIBUTES.size)
      attributes.writeUInt32LE(attributes.byteLength, layouts.LSA_OBJECT_ATTRIBUTES.Length)
      const handle = [0n]
      const code = win32Code(openPolicy(null, attributes, access, handle))
      if (code !== 0) return refused('LsaOpenPolicy', code, { missingRight })
      const policy = toAddress(handle[0])
      try {
        return succeeded(use(policy))
      } finally {
        close(policy)
      }
    },
    free: (address) => {
      if (address !== 0n) free(address)
    },
  }
}

/** An LSA_UNICODE_STRING with its text behind it in the same memory, so that nothing can move or free one without the other. */
export function unicodeString(native: NativeAccess, text: string): Buffer {
  const layout = layouts.LSA_UNICODE_STRING
  const characters = Buffer.from(`${text}\0`, 'utf16le')
  const memory = Buffer.concat([Buffer.alloc(layout.size), characters])
  memory.writeUInt16LE(characters.byteLength - 2, layout.Length)
  memory.writeUInt16LE(characters.byteLength, layout.MaximumLength)
  memory.writeBigUInt64LE(native.addressOf(memory) + BigInt(layout.size), layout.Buffer)
  return memory
}

/** Values of ntstatus.h that have a Win32 code which the product decides on; every other status is passed on as it came. */
const WIN32_CODES: ReadonlyMap<number, number> = new Map([
  [0x8000001a, errorCodes.noMoreItems],
  [0xc0000002, errorCodes.callNotImplemented],
  [0xc0000022, errorCodes.accessDenied],
  [0xc0000034, errorCodes.fileNotFound],
  [0xc0000060, errorCodes.noSuchPrivilege],
  [0xc00000bb, errorCodes.notSupported],
])

/** Win32 code of an NTSTATUS. */
export function win32Code(status: unknown): number {
  const unsigned = Number(status) >>> 0
  return WIN32_CODES.get(unsigned) ?? unsigned
}
