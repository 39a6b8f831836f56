import { describe, expect, it } from 'vitest'
import { type Applicability, applicabilitySchema, evaluate, factsIn } from './applicability.ts'

const lan: Applicability = { fact: 'usesWirelessLan' }
const lent: Applicability = { fact: 'lendsIotDevices' }

describe('whether a requirement applies', () => {
  it('is unknown while nobody has answered the question', () => {
    expect(evaluate(lan, {})).toBe(undefined)
    expect(evaluate(lan, { usesWirelessLan: undefined })).toBe(undefined)
  })

  it('follows the answer, or its opposite where the expression wants "no"', () => {
    expect(evaluate(lan, { usesWirelessLan: true })).toBe(true)
    expect(evaluate(lan, { usesWirelessLan: false })).toBe(false)
    expect(evaluate({ fact: 'usesWirelessLan', is: false }, { usesWirelessLan: false })).toBe(true)
    expect(evaluate({ fact: 'usesWirelessLan', is: false }, {})).toBe(undefined)
  })

  it('needs no answer for an item that always applies', () => {
    expect(evaluate({ always: true }, {})).toBe(true)
  })

  it.each([
    [true, true, true],
    [true, false, false],
    [true, undefined, undefined],
    [false, undefined, false],
    [undefined, undefined, undefined],
  ])('with all of %s and %s is %s', (a, b, expected) => {
    expect(evaluate({ all: [lan, lent] }, { usesWirelessLan: a, lendsIotDevices: b })).toBe(expected)
    expect(evaluate({ all: [lan, lent] }, { usesWirelessLan: b, lendsIotDevices: a })).toBe(expected)
  })

  it.each([
    [true, false, true],
    [true, undefined, true],
    [false, false, false],
    [false, undefined, undefined],
    [undefined, undefined, undefined],
  ])('with any of %s and %s is %s', (a, b, expected) => {
    expect(evaluate({ any: [lan, lent] }, { usesWirelessLan: a, lendsIotDevices: b })).toBe(expected)
    expect(evaluate({ any: [lan, lent] }, { usesWirelessLan: b, lendsIotDevices: a })).toBe(expected)
  })

  it('turns around under "not", and what is unknown stays unknown', () => {
    expect(evaluate({ not: lan }, { usesWirelessLan: true })).toBe(false)
    expect(evaluate({ not: lan }, { usesWirelessLan: false })).toBe(true)
    expect(evaluate({ not: lan }, {})).toBe(undefined)
  })

  it('takes no fact from what every object has', () => {
    expect(evaluate({ fact: 'constructor' }, {})).toBe(undefined)
  })

  it('lists every fact it asks for, once', () => {
    expect(factsIn({ all: [lan, { any: [lent, { not: lan }] }, { always: true }] })).toEqual([
      'usesWirelessLan',
      'lendsIotDevices',
    ])
  })

  it('refuses prose and unknown operators', () => {
    expect(applicabilitySchema.safeParse('if wireless LAN is used').success).toBe(false)
    expect(applicabilitySchema.safeParse({ some: [lan] }).success).toBe(false)
    expect(applicabilitySchema.safeParse({ all: [] }).success).toBe(false)
    expect(applicabilitySchema.safeParse({ fact: 'usesWirelessLan', always: true }).success).toBe(false)
  })
})

describe('evaluation over many expressions and answers', () => {
  it('never throws, decides whenever everything is known, and never changes its mind when more is learnt', () => {
    const random = randomFrom(20220331)
    for (let round = 0; round < 2000; round += 1) {
      const expression = anyExpression(random, 4)
      const complete = Object.fromEntries(keys.map((key) => [key, random() < 0.5]))
      const partial = Object.fromEntries(keys.map((key) => [key, random() < 0.5 ? complete[key] : undefined]))
      const early = evaluate(expression, partial)
      const late = evaluate(expression, complete)
      expect(typeof late, JSON.stringify(expression)).toBe('boolean')
      if (early !== undefined) expect(early, JSON.stringify({ expression, partial, complete })).toBe(late)
    }
  })
})

const keys = ['usesPasswords', 'takesOut', 'usesIotDevices', 'scansPaper']

function anyExpression(random: () => number, depth: number): Applicability {
  const pick = Math.floor(random() * (depth > 0 ? 5 : 2))
  const parts = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => anyExpression(random, depth - 1))
  if (pick === 0) return { always: true }
  if (pick === 1) return { fact: keys[Math.floor(random() * keys.length)] ?? '', is: random() < 0.8 }
  if (pick === 2) return { all: parts() }
  if (pick === 3) return { any: parts() }
  return { not: anyExpression(random, depth - 1) }
}

/** A small generator with a fixed start, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
