// Makes the folders of the journals, looks at them and at one that anybody could have made. Argument: output file.
import { mkdirSync, writeFileSync } from 'node:fs'
import { administratorsPlace } from '#electron/rotation/administrators-place.ts'
import { createJournalLocks } from '#electron/rotation/journal-locks.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createProtectedFolders } from '#electron/win32/protected-folder.ts'

const folders = createProtectedFolders(createNativeAccess(koffiSource))
const place = administratorsPlace(folders)
const programData = folders.programData()
const data = programData.ok ? programData.value : ''
const missing = await place.examine()
mkdirSync(`${data}\\ERP Checkup`)
const squatted = [await place.examine(), await place.prepare()]
mkdirSync(`${data}\\Plain`)
const made = `${data}\\Made`
const created = [folders.create(made), folders.create(made), folders.create(`${data}\\None\\Made`)]
const protections = [made, `${data}\\Plain`, `${data}\\None`].map((path) => folders.protectionOf(path))
writeFileSync(`${made}\\inside.txt`, 'Größe')

const locks = createJournalLocks('win32')
const first = await locks.take(`${made}\\a.journal`)
const second = await locks.take(`${made}\\a.journal`)
await first?.release()
const third = await locks.take(`${made}\\a.journal`)
const locked = [first, second, third].map((lock) => lock !== null)
writeFileSync(process.argv[2] ?? '', JSON.stringify({ programData, missing, squatted, created, protections, locked }))
