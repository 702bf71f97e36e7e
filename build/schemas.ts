import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicFormats } from '#shared/formats/index.ts'
import { jsonSchemas } from './pages/json-schemas.ts'

const folder = join(import.meta.dirname, 'schemas')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, text] of jsonSchemas(publicFormats)) writeFileSync(join(folder, name), text)
