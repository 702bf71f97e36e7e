// Reads the probes of the firewall and of connectors and writes their readings with the time that each took, in milliseconds. Arguments:
// output file, JSON with the profile and the ports that are tried on every host.
import { writeFileSync } from 'node:fs'
import { findKeys } from '#electron/probes/connector/key-files.ts'
import { createConnectorProbe } from '#electron/probes/connector/probe.ts'
import { firewallProbe } from '#electron/probes/firewall/probe.ts'
import type { ProbeContext } from '#electron/probes/probe.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

const [outputFile = '', optionsText = '{}'] = process.argv.slice(2)
const { ports = [], syncTools = [], texts = [] } = JSON.parse(optionsText)
const windows = createWindows(createNativeAccess(koffiSource))
const context: ProbeContext = {
  windows,
  now: () => new Date('2026-03-01T08:15:00Z'),
  environment: process.env,
  profile: { ...emptyProfile, syncTools },
}

const startedAt = performance.now()
const firewall = firewallProbe.read(context)
const firewallMs = performance.now() - startedAt
const connector = await createConnectorProbe({ ports, findKeys }).read(context)
const resolved = texts.map((text: string) => windows.indirectStrings.resolve(text))
const proxy = windows.proxySettings.machineProxy()
writeFileSync(outputFile, JSON.stringify({ firewall, connector, resolved, proxy, firewallMs }))
