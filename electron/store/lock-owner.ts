import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

import { z } from 'zod'
import { codeOf } from './refusal.ts'

/** A holder of which nothing but its lock's age can be told is given up after this long: real work takes a fraction of a second. */
const UNVERIFIED_LIMIT_MS = 60_000

/** A lock without content was made by a process that ended, or is about to write: the second takes no longer than this. */
const EMPTY_LIMIT_MS = 10_000

const owner = z.object({ pid: z.int().positive(), started: z.string().nullable(), host: z.string(), token: z.string() })

/** What a lock file holds. `started` tells a process from a later one of the same number; null where the system does not say. */
export type LockOwner = z.infer<typeof owner>

export function ownLock(token: string): LockOwner {
  return { pid: process.pid, started: startOf(process.pid), host: hostname(), token }
}

/** Null: the file holds no owner (yet). */
export function readOwner(text: string): LockOwner | null {
  try {
    const parsed = owner.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Whether nobody can be working under this lock any more; `ageMs` is the age of its file. */
export function isAbandoned(text: string, ageMs: number): boolean {
  const holder = readOwner(text)
  if (holder === null) return ageMs > EMPTY_LIMIT_MS
  if (holder.host !== hostname()) return ageMs > UNVERIFIED_LIMIT_MS
  if (!isAlive(holder.pid)) return true
  const started = startOf(holder.pid)
  if (started !== null && holder.started !== null) return started !== holder.started
  return ageMs > UNVERIFIED_LIMIT_MS || ageMs > uptime() * 1000
}

/** A process of somebody else, or an elevated one, is alive although it takes no signal. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** Start of a process in clock ticks since boot, field 22 of /proc/PID/stat; null where there is no such file. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in parentheses, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[19] ?? null
  } catch {
    return null
  }
}
