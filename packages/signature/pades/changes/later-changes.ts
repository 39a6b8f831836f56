import { Malformed } from '../../malformed.ts'
import type { Coverage } from '../../validation/opened.ts'
import { type Check, type Conclusion, failed, indeterminate } from '../../validation/verdict.ts'
import type { PdfFile } from '../pdf/open.ts'
import { changesBetween } from './compare-revisions.ts'
import { type Judgement, judge, leavesContent, restrictionOf } from './restriction.ts'

/** 署名後の変更 — what came after the signed revision, as the signature's coverage, and what follows from it. */
export interface LaterChanges {
  readonly coverage: Coverage
  readonly check: Check
  readonly conclusion: Conclusion | null
}

/** More than this of one kind is one sentence to a reader; the rest is counted. */
const mostRemarks = 50

const gravity: readonly Judgement[] = ['forbidden', 'unclear', 'permitted']

const remarkCodes: Readonly<Record<Judgement, string>> = {
  permitted: 'later-revision-permitted',
  unclear: 'later-revision-unclear',
  forbidden: 'later-revision-forbidden',
}

/** Why a forbidden change fails and an unclear one does not: docs/decisions/pdf-later-changes.md. */
export function laterChanges(file: PdfFile, signedRevision: number): LaterChanges {
  const last = file.revisions.length - 1
  if (signedRevision === last)
    return { coverage: { whole: true, remarks: [] }, check: checked('passed', 0), conclusion: null }
  try {
    return judged(file, signedRevision, last)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return unseen(error)
  }
}

function judged(file: PdfFile, signedRevision: number, last: number): LaterChanges {
  const signed = { file, revision: signedRevision }
  const restriction = restrictionOf(signed)
  const changes = changesBetween(signed, { file, revision: last })
  const judgements = changes
    .map((change) => ({ change, judgement: judge(change, restriction) }))
    .sort((a, b) => gravity.indexOf(a.judgement) - gravity.indexOf(b.judgement))
  const remarks = judgements.slice(0, mostRemarks).map(({ change, judgement }) => ({
    code: remarkCodes[judgement],
    facts: { change: change.kind, ...change.facts },
  }))
  const count = (wanted: Judgement) => judgements.filter(({ judgement }) => judgement === wanted).length
  const whole = judgements.every(({ change, judgement }) => judgement === 'permitted' && leavesContent(change))
  const coverage = { whole, remarks }
  if (count('forbidden') > 0)
    return {
      coverage,
      check: checked('failed', count('forbidden')),
      conclusion: failed('FORMAT_FAILURE', 'later-changes'),
    }
  if (count('unclear') > 0) return { coverage, check: checked('unknown', count('unclear')), conclusion: unclear }
  return { coverage, check: checked('passed', changes.length), conclusion: null }
}

const unclear = indeterminate('SIG_CONSTRAINTS_FAILURE', 'later-changes')

const checked = (outcome: Check['outcome'], changes: number): Check => ({
  code: 'later-changes',
  outcome,
  facts: { changes },
})

/** What came later cannot be read or compared: nobody can say that it changed nothing. */
function unseen({ reason, facts }: Malformed): LaterChanges {
  const remarks = [{ code: remarkCodes.unclear, facts: { change: 'unreadable', reason, ...facts } }]
  const check: Check = { code: 'later-changes', outcome: 'unknown', facts: { reason } }
  return { coverage: { whole: false, remarks }, check, conclusion: unclear }
}
