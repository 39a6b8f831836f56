import { hash, parseOptions, verify } from '@node-rs/argon2'
import { Refusal } from '#shared'
import { normalisePassword } from './password-rule.ts'

// OWASP Password Storage Cheat Sheet: argon2id (the library's default kind), at least 19 MiB, two passes, one lane.
// When these grow, hashes made with less are made anew at the next sign-in.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

// Two at a time keep the two cores of the smallest machine busy and 40 MiB in use; the thread pool's other half
// stays free for files. A longer line than this would only make everybody time out.
const AT_ONCE = 2
const WAITING_MAX = 64

let running = 0
const waiting: (() => void)[] = []

/** Runs the work when its turn has come; refuses when the line is too long. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new Refusal('too-large', { limit: 'sign-ins-waiting' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running++
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** A PHC text with its own random salt. It cannot be turned back: 6.5 C-14 (1) of guideline 5.2. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), parameters))
}

// The hash of a text nobody knows, so that an unknown name costs as much work as a known one.
let nobody: Promise<string> | undefined

/** Whether the password is the one; false, after the same work, where there is none. */
export async function isPassword(phc: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const against = phc ?? (await nobody)
  const right = await inTurn(() => verify(against, normalisePassword(password)))
  return right && phc !== undefined
}

/** Whether the hash was made with less than we ask for now. */
export function isOutdated(phc: string): boolean {
  const made = parseOptions(phc)
  return made.memoryCost < parameters.memoryCost || made.timeCost < parameters.timeCost
}
