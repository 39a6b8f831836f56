import type { Edition, Requirement } from '@omamori/guideline'
import type { Dispute } from '#supplier/contract'
import type { Assessment, Finding, Gap, JudgedRequirement, Language } from './contract.ts'
import type { PresentedAssessment, PresentedRequirement } from './presented-schema.ts'
import { sayAction, sayContradiction, sayDispute, sayFinding, sayNotice, sayReason } from './words/say.ts'

interface Book {
  readonly requirements: ReadonlyMap<string, Requirement>
  readonly judged: ReadonlyMap<string, JudgedRequirement>
  readonly questionOf: (fact: string) => string
  readonly language: Language
}

/** The public form of an assessment, with a sentence for everything a person reads. */
export function present(assessment: Assessment, edition: Edition, language: Language): PresentedAssessment {
  const questions = new Map(edition.facts.map(({ key, question }) => [key, question[language]]))
  const book: Book = {
    requirements: new Map(edition.requirements.map((requirement) => [requirement.id, requirement])),
    judged: new Map(assessment.requirements.map((requirement) => [requirement.id, requirement])),
    questionOf: (fact) => questions.get(fact) ?? fact,
    language,
  }
  const { format, facility, sample, on, counts } = assessment
  return {
    format,
    edition: assessment.edition,
    facility,
    sample,
    on,
    language,
    notice: sayNotice(language),
    counts,
    requirements: assessment.requirements.flatMap((judged) => presentRequirement(judged, book)),
    gaps: assessment.gaps.map((gap) => presentGap(gap, book)),
    contradictions: assessment.contradictions.map((contradiction) => {
      const question = book.questionOf(contradiction.fact)
      return { ...contradiction, question, sentence: sayContradiction(contradiction, question, language) }
    }),
    ...(assessment.disputes && { disputes: assessment.disputes.map((dispute) => presentDispute(dispute, language)) }),
  }
}

function presentRequirement(judged: JudgedRequirement, book: Book): readonly PresentedRequirement[] {
  const requirement = book.requirements.get(judged.id)
  if (!requirement) return []
  const { id, state, reason, decidedBy, findings, evidence, asks = [] } = judged
  const { section, kind, parent, printedNumber, title } = requirement
  return [
    {
      id,
      state,
      reason,
      reasonSentence: reason && sayReason(reason, book.language),
      decidedBy,
      section,
      kind,
      parent,
      printedNumber,
      title: title[book.language],
      findings: findings.map((finding) => presentFinding(finding, book.language)),
      evidence: [...evidence],
      asks: asks.map((fact) => ({ fact, question: book.questionOf(fact) })),
    },
  ]
}

function presentFinding(finding: Finding, language: Language): PresentedRequirement['findings'][number] {
  const { state, code, about, restsOn, facts } = finding
  return { state, code, sentence: sayFinding(finding, language), about, restsOn: restsOn && [...restsOn], facts }
}

function presentGap(gap: Gap, book: Book): PresentedAssessment['gaps'][number] {
  const { requirementId, state, weight, about } = gap
  const { fact } = gap.action.facts
  const facts = typeof fact === 'string' ? { ...gap.action.facts, question: book.questionOf(fact) } : gap.action.facts
  const action = { code: gap.action.code, facts }
  return {
    requirementId,
    title: book.requirements.get(requirementId)?.title[book.language] ?? requirementId,
    state,
    weight,
    sentence: whyOf(book.judged.get(requirementId), book.language),
    action: { ...action, sentence: sayAction(action, book.language) },
    about,
  }
}

function presentDispute(dispute: Dispute, language: Language): NonNullable<PresentedAssessment['disputes']>[number] {
  const { kind, id, field, name, supplierName: supplier, answeredOn } = dispute.answer
  return { about: { kind, id, name, field }, supplier, answeredOn, sentence: sayDispute(dispute, language) }
}

/** What stands beside a gap: the finding that decides, or the reason when there is none. */
function whyOf(judged: JudgedRequirement | undefined, language: Language): string {
  const finding = judged?.findings.find(({ state }) => state === judged.state)
  if (finding) return sayFinding(finding, language)
  return judged?.reason ? sayReason(judged.reason, language) : ''
}
