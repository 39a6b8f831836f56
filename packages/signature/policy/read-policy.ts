import { readFileSync } from 'node:fs'
import type { Moment } from '../asn1/value.ts'
import type { AlgorithmPolicy, AlgorithmRow } from './algorithm-policy.ts'

/** The policies that come with the package; `jp-medical` is the one to take where nobody asks for another. */
export const policyNames = ['jp-medical', 'etsi-119312'] as const
export type PolicyName = (typeof policyNames)[number]

export function algorithmPolicy(name: PolicyName = 'jp-medical'): AlgorithmPolicy {
  return readPolicy(JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')))
}

/** Days are days of UTC; `never` is before all time. A policy is our own or the operator's file: what is wrong in it throws. */
export function readPolicy(file: PolicyFile): AlgorithmPolicy {
  return {
    name: file.name,
    date: file.date,
    rows: file.rows.map(
      ({ signUntil, verifyUntil, ...row }): AlgorithmRow => ({
        ...row,
        signUntil: limitOf(signUntil),
        verifyUntil: limitOf(verifyUntil),
      }),
    ),
  }
}

export interface PolicyFile {
  readonly name: string
  readonly date: string
  readonly rows: readonly (Omit<AlgorithmRow, 'signUntil' | 'verifyUntil'> & {
    readonly signUntil: string | null
    readonly verifyUntil: string | null
  })[]
}

function limitOf(text: string | null): Moment | null {
  if (text === null) return null
  if (text === 'never') return Number.NEGATIVE_INFINITY
  const limit = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(limit)) throw new RangeError(`not a day: ${text}`)
  return limit
}
