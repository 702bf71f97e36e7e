// Asks for a password by the dialog of Windows while a clock ticks. Arguments: output file, JSON with replaced libraries.
import { writeFileSync } from 'node:fs'
import { wideTextAt } from '#electron/win32/memory.ts'
import { createPasswordDialog } from '#electron/win32/password-dialog.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

const [outputFile = '', replacements = '{}'] = process.argv.slice(2)
const { native } = openReplacedWindows(JSON.parse(replacements))
let ticks = 0
const clock = setInterval(() => {
  ticks += 1
}, 20)
const asked = await createPasswordDialog(native).ask({ title: 'Prüfung', message: 'Passwort von ERP01\\sync →', user: 'ERP01\\sync' })
clearInterval(clock)
const typed = asked.ok && asked.value !== null ? wideTextAt(asked.value.password, 0) : null
const value = asked.ok ? typed : asked.failure
writeFileSync(outputFile, JSON.stringify({ ok: asked.ok, value, ticks }))
