// Stores an entry in Credential Manager, as a person or a tool would. Arguments: target, user, secret, each in one word.
import { layouts } from '#electron/win32/layouts.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'

const [target = '', user = '', secret = ''] = process.argv.slice(2)

/** CRED_TYPE_GENERIC and CRED_PERSIST_LOCAL_MACHINE of wincred.h, and the places of the fields that the product never reads. */
const GENERIC = 1
const LOCAL_MACHINE = 2
const fields = { Type: 4, CredentialBlobSize: 32, CredentialBlob: 40, Persist: 48 }

const native = createNativeAccess(koffiSource)
const write = native.bind('advapi32.dll', 'int __stdcall CredWriteW(uint8_t *credential, uint32_t flags)', 'last-error')

const texts = {
  target: Buffer.from(`${target}\0`, 'utf16le'),
  user: Buffer.from(`${user}\0`, 'utf16le'),
  secret: Buffer.from(secret, 'utf16le'),
}
const credential = Buffer.alloc(layouts.CREDENTIALW.size)
credential.writeUInt32LE(GENERIC, fields.Type)
credential.writeUInt32LE(texts.secret.byteLength, fields.CredentialBlobSize)
credential.writeUInt32LE(LOCAL_MACHINE, fields.Persist)
credential.writeBigUInt64LE(native.addressOf(texts.target), layouts.CREDENTIALW.TargetName)
credential.writeBigUInt64LE(native.addressOf(texts.secret), fields.CredentialBlob)
credential.writeBigUInt64LE(native.addressOf(texts.user), layouts.CREDENTIALW.UserName)
if (!write(credential, 0)) throw new Error(`CredWriteW ended with error ${native.lastError()}`)
