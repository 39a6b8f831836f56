import type { ContainerEntry } from '../asic/entry.ts'
import type { QualificationAnswer } from '../hpki/qualification.ts'
import type { FileAnswer } from '../report/answer.ts'
import { verifyFile } from '../report/verify-file.ts'
import { contextAt } from '../testing/context.ts'
import { testList } from '../testing/test-pki.ts'
import type { ValidationContext } from '../validation/context.ts'
import type { Conclusion, SubIndication } from '../validation/verdict.ts'

/** A file and everything that is asked of it besides. */
export interface Asked {
  readonly file: () => Uint8Array | Promise<Uint8Array>
  /** The moment of the question. */
  readonly at?: string
  /** The content beside a detached signature. */
  readonly content?: Uint8Array
  readonly documentKind?: string
  /** What lies in a container. */
  readonly entries?: readonly ContainerEntry[]
  readonly context?: Partial<ValidationContext>
}

/** One row of the table: what was done to a file, and what must be answered. */
export interface NegativeCase {
  readonly done: string
  readonly format: 'CAdES' | 'XAdES' | 'XMLDSig' | 'PAdES' | 'ASiC' | 'e-prescription'
  readonly forged: Asked
  /** The same file before it was done: everything is right about this one, so that the row fails for nothing else. */
  readonly honest: Asked
  readonly expected: Conclusion
  /** Where the signature itself holds, what is said of the licence or of the coverage. */
  readonly qualification?: QualificationAnswer
  readonly remark?: string
  /** Where a time stamp is what was forged: why none of them holds. */
  readonly stamp?: SubIndication
}

const june = ['signing', 'sarl', 'stamp', 'authentication', 'provider'].map((issuer) =>
  testList(`${issuer}-2026-06-01`),
)
export const [signingList = empty(), rootsList = empty(), stampList = empty()] = june

function empty(): never {
  throw new RangeError('no list')
}

/** What `omamori verify` answers: a prescription, on 2 June 2026, with the lists of the day before. */
export async function answerTo(asked: Asked): Promise<FileAnswer> {
  const { file, at = '2026-06-02T00:00:00Z', content = null, documentKind = 'prescription', entries } = asked
  const question = { name: 'file', bytes: await file(), documentKind, content, ...(entries && { entries }) }
  return verifyFile(question, contextAt(at, { crls: june, ...asked.context }), { policies: [], sealPolicies: [] })
}
