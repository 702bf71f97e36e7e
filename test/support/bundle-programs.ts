import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/** Bundled as the product is: for the oldest Node, everything in but the native modules. */
export async function bundlePrograms(entries: Readonly<Record<string, URL>>, folder: string): Promise<void> {
  if (Object.keys(entries).length === 0) return
  await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: true, external: ['koffi', 'keytar', 'electron'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, fileURLToPath(source)])),
        external: ['koffi', /^@koromix\//, 'keytar', 'electron'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}
