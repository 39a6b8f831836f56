import type { Entry } from './entry.ts'
import { LedgerError } from './error.ts'

/** 不備 — which member is not as the format says, and why. */
interface Misfit {
  readonly path: string
  readonly problem: string
}

// Every entry that is written passes here, so nothing is put together for one that fits: a path is, on the way back out.
type Check = (value: unknown) => Misfit | undefined

// Ids and codes are plain ASCII without spaces, quotes or '@': a name or a mail address cannot slip in as an id.
const ID = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/
const KIND = /^[a-z][a-z0-9-]{0,63}$/
const ACT = /^(?=.{3,64}$)[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/
// A checkpoint origin and key name: C2SP signed-note forbids spaces and '+'.
const ORIGIN = /^[A-Za-z0-9][A-Za-z0-9._~/-]{0,254}$/
const HEX_128 = /^[0-9a-f]{32}$/
const HEX_256 = /^[0-9a-f]{64}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

// Together these keep an entry below 65,535 bytes in any case; a larger thing belongs into the detail or a blob.
const MAX_THINGS = 64
const MAX_BLOBS = 128

const thing = object({ kind: text(KIND), id: text(ID) })
const actorKinds: readonly unknown[] = ['account', 'system', 'console', 'anonymous', 'peer']
const outcomes: readonly unknown[] = ['done', 'refused', 'failed']

const entry = object(
  { id: text(HEX_128), log: text(ORIGIN), at: instant, act: text(ACT), actor, subject: thing },
  {
    about: list(thing, MAX_THINGS),
    outcome: oneOf(outcomes),
    detail: object({ sha256: text(HEX_256), length: count, commitment: text(HEX_256), key: text(ID) }),
    blobs: list(object({ sha256: text(HEX_256), length: count }, { commitment: text(HEX_256) }), MAX_BLOBS),
    previous: object({ origin: text(ORIGIN), size: count, root: text(HEX_256) }),
    prior: object({ log: text(ORIGIN), index: count }),
  },
)

/** Throws `entry-malformed` with the path of the first member that is not as format v1 says. */
export function checkEntry(value: unknown): asserts value is Entry {
  const misfit = entry(value)
  if (misfit)
    throw new LedgerError('entry-malformed', { path: misfit.path.replace(/^\./, ''), problem: misfit.problem })
}

/** Whether the text may be the origin of a log: no spaces, no '+', at most 255 characters. */
export function isOrigin(value: string): boolean {
  return ORIGIN.test(value)
}

const actorShape = object({ kind: oneOf(actorKinds) }, { id: text(ID), session: text(ID) })

/** An account and a peer are always named, the anonymous never; only an account has a session. */
function actor(value: unknown): Misfit | undefined {
  const misfit = actorShape(value)
  if (misfit) return misfit
  const { kind, id, session } = value as { readonly kind: string; readonly id?: string; readonly session?: string }
  if ((kind === 'account' || kind === 'peer') && id === undefined) return { path: '.id', problem: 'missing' }
  if (kind === 'anonymous' && id !== undefined) return { path: '.id', problem: 'not allowed' }
  if (kind !== 'account' && session !== undefined) return { path: '.session', problem: 'not allowed' }
  return undefined
}

function object(needed: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const known = new Set([...Object.keys(needed), ...Object.keys(optional)])
  const neededChecks = Object.entries(needed)
  const optionalChecks = Object.entries(optional)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return here('not an object')
    const members = value as Readonly<Record<string, unknown>>
    for (const name of Object.keys(members))
      if (!known.has(name)) return { path: `.${name}`, problem: 'unknown member' }
    for (const [name, check] of neededChecks) {
      if (!Object.hasOwn(members, name)) return { path: `.${name}`, problem: 'missing' }
      const misfit = check(members[name])
      if (misfit) return under(`.${name}`, misfit)
    }
    for (const [name, check] of optionalChecks) {
      const member = members[name]
      const misfit = member === undefined ? undefined : check(member)
      if (misfit) return under(`.${name}`, misfit)
    }
    return undefined
  }
}

// An empty list says nothing and would be a second form of its absence.
function list(check: Check, most: number): Check {
  return (value) => {
    if (!Array.isArray(value)) return here('not a list')
    if (value.length === 0 || value.length > most) return here('wrong number of items')
    for (const [index, item] of value.entries()) {
      const misfit = check(item)
      if (misfit) return under(`[${index}]`, misfit)
    }
    return undefined
  }
}

function text(pattern: RegExp): Check {
  return (value) => (typeof value === 'string' && pattern.test(value) ? undefined : here('wrong form'))
}

function oneOf(values: readonly unknown[]): Check {
  return (value) => (values.includes(value) ? undefined : here('unknown value'))
}

function count(value: unknown): Misfit | undefined {
  const isCount = Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0)
  return isCount ? undefined : here('not a count')
}

const instantForm = text(INSTANT)

function instant(value: unknown): Misfit | undefined {
  const misfit = instantForm(value)
  if (misfit) return misfit
  const time = Date.parse(value as string)
  return !Number.isNaN(time) && new Date(time).toISOString() === value ? undefined : here('no such instant')
}

const here = (problem: string): Misfit => ({ path: '', problem })
const under = (path: string, misfit: Misfit): Misfit => ({ ...misfit, path: path + misfit.path })
