import type { Entry } from './entry.ts'
import { LedgerError } from './error.ts'

type Check = (value: unknown, path: string) => void

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
  entry(value, '')
}

/** Whether the text may be the origin of a log: no spaces, no '+', at most 255 characters. */
export function isOrigin(value: string): boolean {
  return ORIGIN.test(value)
}

/** An account and a peer are always named, the anonymous never; only an account has a session. */
function actor(value: unknown, path: string): void {
  object({ kind: oneOf(actorKinds) }, { id: text(ID), session: text(ID) })(value, path)
  const { kind, id, session } = value as { readonly kind: string; readonly id?: string; readonly session?: string }
  if ((kind === 'account' || kind === 'peer') && id === undefined) refuse(`${path}.id`, 'missing')
  if (kind === 'anonymous' && id !== undefined) refuse(`${path}.id`, 'not allowed')
  if (kind !== 'account' && session !== undefined) refuse(`${path}.session`, 'not allowed')
}

function object(needed: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'not an object')
    const members = value as Readonly<Record<string, unknown>>
    for (const name of Object.keys(members)) {
      if (!Object.hasOwn(needed, name) && !Object.hasOwn(optional, name)) refuse(`${path}.${name}`, 'unknown member')
    }
    for (const [name, check] of Object.entries(needed)) {
      if (!Object.hasOwn(members, name)) refuse(`${path}.${name}`, 'missing')
      check(members[name], `${path}.${name}`)
    }
    for (const [name, check] of Object.entries(optional)) {
      if (members[name] !== undefined) check(members[name], `${path}.${name}`)
    }
  }
}

// An empty list says nothing and would be a second form of its absence.
function list(check: Check, most: number): Check {
  return (value, path) => {
    if (!Array.isArray(value)) refuse(path, 'not a list')
    const items = value as readonly unknown[]
    if (items.length === 0 || items.length > most) refuse(path, 'wrong number of items')
    for (const [index, item] of items.entries()) check(item, `${path}[${index}]`)
  }
}

function text(pattern: RegExp): Check {
  return (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) refuse(path, 'wrong form')
  }
}

function oneOf(values: readonly unknown[]): Check {
  return (value, path) => {
    if (!values.includes(value)) refuse(path, 'unknown value')
  }
}

function count(value: unknown, path: string): void {
  if (!Number.isSafeInteger(value) || (value as number) < 0 || Object.is(value, -0)) refuse(path, 'not a count')
}

function instant(value: unknown, path: string): void {
  text(INSTANT)(value, path)
  const time = Date.parse(value as string)
  if (Number.isNaN(time) || new Date(time).toISOString() !== value) refuse(path, 'no such instant')
}

function refuse(path: string, problem: string): never {
  throw new LedgerError('entry-malformed', { path: path.replace(/^\./, ''), problem })
}
