import { z } from 'zod'

/** 適用条件 — when a requirement applies, as data: a small expression over yes-or-no facts of a facility. */
export type Applicability =
  | { readonly always: true }
  | { readonly fact: string; readonly is?: boolean }
  | { readonly all: readonly Applicability[] }
  | { readonly any: readonly Applicability[] }
  | { readonly not: Applicability }

/** 事実 — what is known of a facility. An absent key and `undefined` both mean that nobody has said. */
export type Facts = Readonly<Record<string, boolean | undefined>>

/** True, false, or undefined where what is known does not decide. */
export type Truth = boolean | undefined

export const applicabilitySchema: z.ZodType<Applicability> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ fact: z.string().regex(/^[a-z][A-Za-z0-9]*$/), is: z.boolean().optional() }),
    z.strictObject({ all: z.array(applicabilitySchema).min(1) }),
    z.strictObject({ any: z.array(applicabilitySchema).min(1) }),
    z.strictObject({ not: applicabilitySchema }),
  ]),
)

/**
 * Evaluates an expression in Kleene's three-valued logic and never throws.
 * What is not known stays unknown, unless the rest decides whatever the answer may be.
 */
export function evaluate(expression: Applicability, facts: Facts): Truth {
  if ('always' in expression) return true
  if ('fact' in expression) return matches(known(facts, expression.fact), expression.is ?? true)
  if ('all' in expression) return conjunction(expression.all.map((part) => evaluate(part, facts)))
  if ('any' in expression) return negation(conjunction(expression.any.map((part) => negation(evaluate(part, facts)))))
  return negation(evaluate(expression.not, facts))
}

/** Every fact an expression asks for, once each, in the order in which it asks. */
export function factsIn(expression: Applicability): readonly string[] {
  if ('always' in expression) return []
  if ('fact' in expression) return [expression.fact]
  if ('not' in expression) return factsIn(expression.not)
  const parts = 'all' in expression ? expression.all : expression.any
  return [...new Set(parts.flatMap(factsIn))]
}

/** Only the facility's own keys count: `constructor` is not a fact because every object has one. */
function known(facts: Facts, key: string): Truth {
  const value = Object.hasOwn(facts, key) ? facts[key] : undefined
  return typeof value === 'boolean' ? value : undefined
}

function matches(value: Truth, wanted: boolean): Truth {
  return value === undefined ? undefined : value === wanted
}

function negation(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}

function conjunction(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false
  return parts.includes(undefined) ? undefined : true
}
