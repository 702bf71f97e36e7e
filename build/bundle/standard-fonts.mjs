/** The call by which the PDF library loads the metrics of a standard font from its own package. */
const LOAD_CALL = /require\$1\('(#standard-fonts\/(\w+))'\)/g

/**
 * Bundles the metrics of the PDF standard fonts.
 *
 * The PDF library asks for them with a require() of its own making, which no bundler can follow; in the bundle it would look for them
 * beside the bundle and fail with the first document. Here each call becomes an import.
 */
export function bundleStandardFonts() {
  return {
    name: 'bundle-standard-fonts',
    transform: {
      filter: { id: /pdfkit\.node\.mjs$/ },
      handler(code) {
        const fonts = new Map([...code.matchAll(LOAD_CALL)].map(([, specifier, name]) => [name, specifier]))
        if (fonts.size === 0)
          throw new Error('pdfkit no longer loads its standard fonts in the known way: look at build/bundle/standard-fonts.mjs')
        const imports = [...fonts].map(([name, specifier]) => `import standardFont${name} from '${specifier}'\n`)
        return { code: imports.join('') + code.replaceAll(LOAD_CALL, 'standardFont$2'), map: null }
      },
    },
  }
}
