import manifest from '../../package.json' with { type: 'json' }

/** Version of this program, as snapshots and logs name it. */
export const version: string = manifest.version

/** Name of the program as windows, folders and installers show it. */
export const productName: string = manifest.productName
