import { Refusal } from '#shared'
import type { Scope, Storage } from '#storage'
import { lastCheckpointOf, newestLogOf } from '../store.ts'
import { type Anchored, readAnchor, writeAnchor } from './anchor-file.ts'
import { type Doubt, judgeAnchor } from './judge-anchor.ts'

/** Where the anchor lies. On another medium it shows what a copy of the whole machine would hide. */
export interface AnchorPlace {
  readonly file: string
  /** Whether the file may be made for logs that are there already; where somebody named the place, it must be there. */
  readonly mayBeNew: boolean
}

/** 読み取り専用 — why nothing is written for a facility, and since what was looked at. */
export type Quarantine = Doubt | { readonly reason: 'missing' }

/**
 * 柵 — keeps an old copy from being written on. It compares the logs with the anchor at the start and whenever it moves the
 * anchor on; where they do not fit, the facility is read-only until somebody decides. Nothing is repaired silently.
 */
export interface Fence {
  /** Compares the facilities' logs with the anchor. */
  compare(facilityIds: readonly string[]): Promise<void>
  quarantineOf(facilityId: string): Quarantine | undefined
  /** Throws `read-only` where nothing may be written. */
  refuse(scope: Scope): void
  /** Moves the anchor on soon, to what is durable then. */
  moveSoon(facilityId: string): void
  /** Moves it on now; with `anew` whatever it said before. */
  move(facilityId: string, anew?: boolean): Promise<void>
  stop(): Promise<void>
}

// Two flushes of another file: not with every signature.
const MOVE_EVERY_MS = 1_000

export function openFence(storage: Storage, place: AnchorPlace): Fence {
  const quarantined = new Map<string, Quarantine>()
  const timers = new Map<string, NodeJS.Timeout>()
  // Whose checkpoint the anchor held while we ran: when the file is gone after that, its medium is away.
  const held = new Set<string>()
  let moving: Promise<void> = Promise.resolve()

  async function doubtOf(facilityId: string, anchor: ReturnType<typeof readAnchor>): Promise<Quarantine | undefined> {
    if (anchor === 'unreadable') return { reason: 'unreadable' }
    const note = anchor === 'none' ? undefined : anchor[facilityId]
    if (note === undefined) return undefined
    held.add(facilityId)
    return storage.read({ facilityId }, (db) => judgeAnchor(db, note))
  }

  /** At the start a named place must hold what was put there; only a facility that is younger than that may be new in it. */
  async function isMissing(facilityId: string, anchor: ReturnType<typeof readAnchor>): Promise<boolean> {
    if (anchor !== 'none' || place.mayBeNew || held.has(facilityId)) return false
    return (await storage.read({ facilityId }, newestLogOf)) !== undefined
  }

  function note(facilityId: string, doubt: Quarantine | undefined): void {
    if (doubt === undefined) quarantined.delete(facilityId)
    else quarantined.set(facilityId, doubt)
  }

  /** Whether the anchor may be moved on from what it holds. */
  async function fits(facilityId: string, anchor: ReturnType<typeof readAnchor>): Promise<boolean> {
    if (quarantined.get(facilityId)?.reason === 'missing') return false
    const doubt = await doubtOf(facilityId, anchor)
    note(facilityId, doubt)
    return doubt === undefined && !(anchor === 'none' && held.has(facilityId))
  }

  async function advance(facilityId: string, anew: boolean): Promise<void> {
    const anchor = readAnchor(place.file)
    if (!anew && !(await fits(facilityId, anchor))) return
    const last = await storage.read({ facilityId }, async (db) => {
      const log = await newestLogOf(db)
      return log && lastCheckpointOf(db, log.origin)
    })
    const before: Anchored = typeof anchor === 'string' ? {} : anchor
    if (last && before[facilityId] !== last.note) writeAnchor(place.file, { ...before, [facilityId]: last.note })
    if (last) held.add(facilityId)
    if (anew) note(facilityId, undefined)
  }

  /** One after the other: they share a file. */
  function move(facilityId: string, anew = false): Promise<void> {
    clearTimeout(timers.get(facilityId))
    timers.delete(facilityId)
    const moved = moving.then(() => advance(facilityId, anew))
    moving = moved.catch(() => {})
    return moved
  }

  return {
    async compare(facilityIds) {
      const anchor = readAnchor(place.file)
      for (const facilityId of facilityIds) {
        const missing = await isMissing(facilityId, anchor)
        note(facilityId, missing ? { reason: 'missing' } : await doubtOf(facilityId, anchor))
      }
    },
    quarantineOf: (facilityId) => quarantined.get(facilityId),
    refuse(scope) {
      const doubt = scope === 'installation' ? [...quarantined.values()][0] : quarantined.get(scope.facilityId)
      if (doubt) throw new Refusal('read-only', { ...doubt, reason: 'quarantine', because: doubt.reason })
    },
    moveSoon(facilityId) {
      if (timers.has(facilityId)) return
      // A medium that is away is no reason to stop the work; the next time it is tried again.
      const timer = setTimeout(() => void move(facilityId).catch(() => {}), MOVE_EVERY_MS)
      timers.set(facilityId, timer.unref())
    },
    move,
    async stop() {
      for (const facilityId of [...timers.keys()]) await move(facilityId).catch(() => {})
      await moving
    },
  }
}

/** The storage as the rooms get it: nothing is written past the fence. */
export function fenced(storage: Storage, fence: Fence): Storage {
  return {
    ...storage,
    async write(scope, keep) {
      fence.refuse(scope)
      return storage.write(scope, keep)
    },
  }
}
