import { shownFact } from '#registry/contract'
import type { Dispute } from '#supplier/contract'
import type { Contradiction, Finding, Gap, Reason } from '../contract.ts'
import type { SeenCode } from './codes.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { type Language, tell } from './told.ts'

const languages = { ja, en } as const

/** One plain sentence for what was found, with names and figures. */
export function sayFinding(
  { code, facts, about }: Pick<Finding, 'code' | 'facts' | 'about'>,
  language: Language,
): string {
  const { findings, stale, disputed } = languages[language]
  const told = tell(language, facts, about)
  if (code !== 'facts-stale' && code !== 'facts-disputed') return findings[code](told)
  const was = told.the('was') as SeenCode
  const seen = findings[was]?.(told) ?? ''
  return code === 'facts-stale' ? stale(seen, told) : disputed(seen, told)
}

/** Why a state is what it is. */
export function sayReason(reason: Reason, language: Language): string {
  return languages[language].reasons[reason]
}

/** What every page and paper says beside an assessment. */
export function sayNotice(language: Language): string {
  return languages[language].notice
}

/** The step to take, as a request. For `answer-question` the door adds the edition's question to the facts as `question`. */
export function sayAction(action: Gap['action'], language: Language): string {
  return languages[language].request(sayDecision(action, language))
}

/** The same step as something to decide: 「…を決める」, without a request. */
export function sayDecision({ code, facts }: Gap['action'], language: Language): string {
  const { kind, name, field } = facts
  const about = {
    kind: typeof kind === 'string' ? kind : undefined,
    name: typeof name === 'string' ? name : '',
    field: typeof field === 'string' ? field : undefined,
  }
  return languages[language].actions[code](tell(language, facts, about))
}

/** Where an answer and the registry differ; `question` is the edition's question. */
export function sayContradiction({ about }: Contradiction, question: string, language: Language): string {
  return languages[language].contradiction(tell(language, { question }, about))
}

/** Where a supplier's answer and the registry differ, with both values; a fresh registry counts. */
export function sayDispute({ answer, registered, staleSince }: Dispute, language: Language): string {
  const { kind, field, value, supplierName, answeredOn } = answer
  const figures = {
    registered: shownFact(kind, field, registered, language),
    answered: shownFact(kind, field, value, language),
    supplier: supplierName,
    answeredOn,
    ...(staleSince && { staleSince }),
  }
  const { dispute, staleDispute } = languages[language]
  return (staleSince ? staleDispute : dispute)(tell(language, figures, answer))
}
