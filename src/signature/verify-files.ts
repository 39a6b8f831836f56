import {
  algorithmPolicy,
  type FileAnswer,
  type FileQuestion,
  type Moment,
  type PolicyName,
  remembering,
  verifyFile,
} from '@omamori/signature'
import { readContainer } from './read-container.ts'
import type { Trust } from './read-trust.ts'

export interface VerifyOrder {
  readonly trust: Trust
  readonly at: Moment
  readonly policy: PolicyName
}

/** Providers that sign on behalf of others, and seals of organisations: none is known until an operator says so. */
const known = { policies: [], sealPolicies: [] }

/** Answers about files by the trust at hand. */
export async function verifyFiles(
  files: readonly FileQuestion[],
  { trust, at, policy }: VerifyOrder,
): Promise<readonly FileAnswer[]> {
  const context = remembering({ at, ...trust, ocsps: [], algorithms: algorithmPolicy(policy) })
  const answers: FileAnswer[] = []
  for (const file of files) {
    const entries = await readContainer(file.bytes)
    answers.push(verifyFile(entries === null ? file : { ...file, entries }, context, known))
  }
  return answers
}
