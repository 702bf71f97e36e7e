// Reads the probes of the firewall and of connectors and writes their readings. Arguments: output file, JSON with the sync tools of the
// profile, the ports that are tried on every host, texts to resolve, and libraries of this folder in place of those of the system.
import { writeFileSync } from 'node:fs'
import { findKeys } from '#electron/probes/connector/key-files.ts'
import { createConnectorProbe } from '#electron/probes/connector/probe.ts'
import { firewallProbe } from '#electron/probes/firewall/probe.ts'
import type { ProbeContext } from '#electron/probes/probe.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

const [outputFile = '', optionsText = '{}'] = process.argv.slice(2)
const { ports = [], syncTools = [], texts = [], replaced = {} } = JSON.parse(optionsText)
const { windows, outstanding } = openReplacedWindows(replaced)
const context: ProbeContext = {
  windows,
  now: () => new Date('2026-03-01T08:15:00Z'),
  environment: process.env,
  profile: { ...emptyProfile, syncTools },
}

const firewall = firewallProbe.read(context)
const connector = await createConnectorProbe({ ports, findKeys }).read(context)
const resolved = texts.map((text: string) => windows.indirectStrings.resolve(text))
const proxy = windows.proxySettings.machineProxy()
writeFileSync(outputFile, JSON.stringify({ firewall, connector, resolved, proxy, outstanding: outstanding() }))
