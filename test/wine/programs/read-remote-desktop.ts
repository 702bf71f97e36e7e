// Reads Remote Desktop and writes its reading. Argument: output file.
import { writeFileSync } from 'node:fs'
import { remoteDesktopProbe } from '#electron/probes/remote-desktop/probe.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

const [outputFile = ''] = process.argv.slice(2)
const windows = createWindows(createNativeAccess(koffiSource))
const context = { windows, now: () => new Date(), environment: process.env, profile: emptyProfile }
writeFileSync(outputFile, JSON.stringify(await remoteDesktopProbe.read(context)))
