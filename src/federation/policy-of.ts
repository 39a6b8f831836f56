import { type Policy, parsePolicy } from '@omamori/ledger'
import type { LogWitnessRow } from '#storage'

/** How many witnesses are asked for, and when we warn, until a facility says otherwise: a day without anybody is long. */
export const policyAtFirst = { needed: 1, warn_after_hours: 24 }

/** The names that a policy gives: `w2-1` is the first key of the second witness. */
const nameOf = (witness: number, key: number) => `w${witness + 1}-${key + 1}`

export function keysOf({ verifier_keys }: Pick<LogWitnessRow, 'verifier_keys'>): readonly string[] {
  return verifier_keys.split('\n').filter((line) => line !== '')
}

/**
 * The policy by which our log is witnessed: one or more of a witness's keys are one witness. Undefined where there are fewer
 * witnesses than are asked for: then nothing is witnessed.
 */
export function policyOf(
  logs: readonly string[],
  witnesses: readonly Pick<LogWitnessRow, 'verifier_keys'>[],
  needed: number,
): Policy | undefined {
  if (needed < 1 || witnesses.length < needed) return undefined
  const keys = witnesses.map(keysOf)
  return parsePolicy(
    [
      ...logs.map((key) => `log ${key}`),
      ...keys.flatMap((own, i) => own.map((key, j) => `witness ${nameOf(i, j)} ${key}`)),
      ...keys.map((own, i) => `group w${i + 1} any ${own.map((_, j) => nameOf(i, j)).join(' ')}`),
      `group needed ${needed} ${keys.map((_, i) => `w${i + 1}`).join(' ')}`,
      'quorum needed',
      '',
    ].join('\n'),
  )
}

/** The place of a witness in the list from which the policy was made. */
export function witnessOf(name: string): number {
  return Number(/^w(\d+)-/.exec(name)?.[1]) - 1
}
