import manifest from '../../package.json' with { type: 'json' }

/** Version of this program, as snapshots and logs name it. */
export const version: string = manifest.version
