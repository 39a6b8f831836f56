import { LedgerError } from './error.ts'
import { parseVerifierKey, type VerifierKey } from './note-key.ts'

/** 信頼方針 — whose signatures a checkpoint needs: logs, witnesses, and how many of them. */
export interface Policy {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly PolicyWitness[]
  readonly quorum: Quorum
}

export interface PolicyWitness {
  /** What the policy calls it; it means nothing outside. */
  readonly name: string
  readonly key: VerifierKey
}

/** Who must have cosigned; `none` asks for nobody. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly name: string }
  | { readonly kind: 'group'; readonly needed: number; readonly members: readonly Quorum[] }

// The specification asks for at least 32 of each; a policy is written by hand and read by people.
const MAX_LINES = 1000
const MAX_CHARACTERS = 500_000

/** The plain case: at least `needed` of these witnesses, 0 for none. */
export function policyOf(logs: readonly string[], witnesses: readonly string[], needed: number): Policy {
  const names = witnesses.map((_, i) => `witness-${i + 1}`)
  return parsePolicy(
    [
      ...logs.map((key) => `log ${key}`),
      ...witnesses.map((key, i) => `witness ${names[i]} ${key}`),
      ...(needed === 0
        ? ['quorum none']
        : [`group all-witnesses ${needed} ${names.join(' ')}`, 'quorum all-witnesses']),
      '',
    ].join('\n'),
  )
}

/** Reads a policy file: https://c2sp.org/tlog-policy. The URLs in it are for others; they are passed over. */
export function parsePolicy(text: string): Policy {
  if (text.length > MAX_CHARACTERS) throw malformed(0, 'too long')
  const lines = text.split('\n')
  if (lines.length > MAX_LINES) throw malformed(0, 'too many lines')
  if (lines.pop() !== '') throw malformed(lines.length + 1, 'no newline at the end')
  const reading = createReading()
  for (const [i, line] of lines.entries()) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification allows no control character but tab.
    if (/[\x00-\x08\x0b-\x1f\x7f]/.test(line)) throw malformed(i + 1, 'control character')
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    if (words.length > 0 && !words[0]?.startsWith('#')) reading.take(words, i + 1)
  }
  return reading.finish()
}

/** Whether those witnesses, called as the policy calls them, are enough. */
export function isQuorumMet(quorum: Quorum, cosigned: ReadonlySet<string>): boolean {
  switch (quorum.kind) {
    case 'none':
      return true
    case 'witness':
      return cosigned.has(quorum.name)
    case 'group':
      return quorum.members.filter((member) => isQuorumMet(member, cosigned)).length >= quorum.needed
  }
}

function createReading() {
  const logs: VerifierKey[] = []
  const witnesses: PolicyWitness[] = []
  const named = new Map<string, Quorum>()
  const spent = new Set<string>()
  let quorum: Quorum | undefined

  function name(word: string, line: number, meaning: Quorum): void {
    if (word === 'none' || named.has(word)) throw malformed(line, 'name taken', { name: word })
    named.set(word, meaning)
  }

  function known(word: string, line: number): Quorum {
    const meaning = named.get(word)
    if (meaning === undefined) throw malformed(line, 'not defined above', { name: word })
    return meaning
  }

  function group([word = '', threshold = '', ...members]: readonly string[], line: number): void {
    const parts = members.map((member) => {
      // Each name counts in one place only, so that no witness is counted twice.
      if (spent.has(member)) throw malformed(line, 'member twice', { name: member })
      spent.add(member)
      return known(member, line)
    })
    const needed = threshold === 'all' ? parts.length : threshold === 'any' ? 1 : decimal(threshold)
    if (!(needed >= 1 && needed <= parts.length)) throw malformed(line, 'threshold', { threshold })
    name(word, line, { kind: 'group', needed, members: parts })
  }

  return {
    take([keyword, ...words]: readonly string[], line: number): void {
      const [first = '', second = ''] = words
      if (keyword === 'log' && (words.length === 1 || words.length === 2)) {
        logs.push(keyOf(first, line, logs))
      } else if (keyword === 'witness' && (words.length === 2 || words.length === 3)) {
        const key = keyOf(
          second,
          line,
          witnesses.map((witness) => witness.key),
        )
        if (key.kind === 'ed25519') throw malformed(line, 'not a cosignature key', { name: first })
        name(first, line, { kind: 'witness', name: first })
        witnesses.push({ name: first, key })
      } else if (keyword === 'group' && words.length >= 3) {
        group(words, line)
      } else if (keyword === 'quorum' && words.length === 1) {
        if (quorum !== undefined) throw malformed(line, 'second quorum')
        quorum = first === 'none' ? { kind: 'none' } : known(first, line)
      } else {
        throw malformed(line, 'not understood', { keyword })
      }
    },
    finish(): Policy {
      if (quorum === undefined) throw malformed(0, 'no quorum')
      return { logs, witnesses, quorum }
    },
  }
}

function keyOf(text: string, line: number, others: readonly VerifierKey[]): VerifierKey {
  try {
    const key = parseVerifierKey(text)
    if (others.some(({ publicKey }) => Buffer.compare(publicKey, key.publicKey) === 0))
      throw malformed(line, 'key twice')
    return key
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'key-malformed') throw malformed(line, 'key', error.facts)
    throw error
  }
}

function decimal(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.NaN
}

function malformed(line: number, problem: string, facts: Readonly<Record<string, unknown>> = {}): LedgerError {
  return new LedgerError('policy-malformed', { ...facts, line, problem })
}
