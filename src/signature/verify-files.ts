import {
  type AccreditedList,
  algorithmPolicy,
  evidenceWantedByFile,
  type FileAnswer,
  type FileQuestion,
  type KnownToOperator,
  type LicenceEvidence,
  type Moment,
  type PolicyName,
  remembering,
  type ValidationContext,
  verifyFile,
} from '@omamori/signature'
import { withEvidence } from './evidence/evidence.ts'
import type { Fetched } from './evidence/fetch-once.ts'
import type { Gather } from './evidence/gather.ts'
import { readContainer } from './read-container.ts'
import type { Trust } from './read-trust.ts'

export interface VerifyOrder {
  readonly trust: Trust
  readonly at: Moment
  readonly policy: PolicyName
  /** Absent: the list that comes with the package. */
  readonly accredited?: AccreditedList
  /** Absent: nobody's licence is known outside HPKI. */
  readonly licences?: readonly LicenceEvidence[]
  /** Absent: nothing is fetched. */
  readonly gather?: Gather
}

/** 検証の答え, with what was fetched for it where that was asked for. */
export type VerifiedFile = FileAnswer & { readonly fetched?: readonly Fetched[] }

/** Providers that sign on behalf of others, and seals of organisations: none is known until an operator says so. */
const providers = { policies: [], sealPolicies: [] }

/** Answers about files by the trust at hand, and by what can be gathered for it. */
export async function verifyFiles(
  files: readonly FileQuestion[],
  { trust, at, policy, accredited, licences = [], gather }: VerifyOrder,
): Promise<readonly VerifiedFile[]> {
  const context = remembering({ at, ...trust, ocsps: [], algorithms: algorithmPolicy(policy) })
  const known = { ...providers, licences, ...(accredited === undefined ? {} : { accredited }) }
  const answers: VerifiedFile[] = []
  for (const file of files) {
    const entries = await readContainer(file.bytes)
    const question = entries === null ? file : { ...file, entries }
    answers.push(
      gather === undefined
        ? verifyFile(question, context, known)
        : await verifyOnline(question, context, known, gather),
    )
  }
  return answers
}

async function verifyOnline(
  question: FileQuestion,
  context: ValidationContext,
  known: KnownToOperator,
  gather: Gather,
): Promise<VerifiedFile> {
  const { evidence, fetched } = await gather((one) => evidenceWantedByFile(question, withEvidence(context, one)))
  return { ...verifyFile(question, withEvidence(context, evidence), known), fetched }
}
