import type { Area } from '../probes/probe.ts'

/**
 * How long a worker may read before it is ended, in milliseconds.
 *
 * `host`, `services` and `management` have room for names of a domain whose controllers do not answer, `accounts` for its groups as well,
 * `management` for a management service that has to be started, `network` for addresses and `sql` for instances that answer slowly.
 * `programs` reads what lies on this machine.
 */
export const AREA_LIMITS_MS: Readonly<Record<Area, number>> = {
  host: 60_000,
  services: 60_000,
  programs: 30_000,
  accounts: 120_000,
  management: 60_000,
  network: 60_000,
  sql: 180_000,
}

/** What the parent gives on top before it ends a worker itself: time to start on a busy server, and for the worker's own watchdog. */
export const PARENT_GRACE_MS = 10_000
