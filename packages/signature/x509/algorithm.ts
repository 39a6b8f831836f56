import { type Asn1, membersOf } from '../asn1/read.ts'
import { tag } from '../asn1/tag.ts'
import { expectTag, oidOf } from '../asn1/value.ts'

/** AlgorithmIdentifier: what, and its parameters as transmitted (null where there are none). */
export interface AlgorithmIdentifier {
  readonly oid: string
  readonly parameters: Asn1 | null
  readonly raw: Uint8Array
}

export function readAlgorithm(value: Asn1 | undefined, what = 'algorithm'): AlgorithmIdentifier {
  const sequence = expectTag(value, tag.sequence, what)
  const [type, parameters = null] = membersOf(sequence)
  return { oid: oidOf(type, what), parameters, raw: sequence.raw }
}
