import type { FileAnswer, SignatureAnswer } from '@omamori/signature'
import { printable, shortened } from '#paper'
import { namedDocumentKind } from '../document-kinds.ts'
import { answerWords } from '../words/answer-words.ts'
import { momentInWords } from '../words/moment-in-words.ts'
import {
  type LicenceVerdict,
  type SignatureSummary,
  type SignatureVerdict,
  type SummaryLanguage,
  summaryOf,
} from '../words/summary.ts'
import { type ReportOrder, reportWords } from './report-words.ts'
import { type ReportSection, type Setting, sectionsOf, stampSection } from './sections.ts'

type Fact = readonly [name: string, value: string]

/** 検証報告書の1ファイル分 — the plain answer first, then each signature with everything that was looked at. */
export interface FileSheet {
  readonly name: string
  readonly verdict: SignatureVerdict
  readonly headline: string
  readonly licensed: readonly LicenceVerdict[]
  readonly why: string
  readonly next: readonly string[]
  readonly facts: readonly Fact[]
  readonly signatures: readonly SignatureSheet[]
  /** Time stamps that belong to no signature. */
  readonly stamps: readonly ReportSection[]
  readonly more: string
}

export interface SignatureSheet {
  readonly title: string
  readonly verdict: SignatureVerdict
  readonly headline: string
  readonly licensed: readonly LicenceVerdict[]
  readonly next: readonly string[]
  readonly facts: readonly Fact[]
  readonly sections: readonly ReportSection[]
}

/** A document with more signatures than this is read as JSON. */
const mostSignatures = 50
const longestName = 200
const longestText = 400

const clean = (text: string): string => printable(shortened(text, longestText))

export function fileSheet(answer: FileAnswer, order: ReportOrder, language: SummaryLanguage): FileSheet {
  const words = reportWords(language)
  const kind = namedDocumentKind(answer.documentKind)
  const summary = summaryOf(answer, language, kind)
  const named = language === 'ja' ? kind?.japanese : kind?.kind.replaceAll('-', ' ')
  const law = kind === null ? '' : `　${words.law(kind.law, words.marks[kind.mark] ?? kind.mark)}`
  const policy = words.policyOf(answer.policy.name, answer.policy.date)
  const at = momentInWords(answer.at, language)
  const setting = { order, language, conditions: `${policy}　${at}` }
  const shown = answer.signatures.slice(0, mostSignatures)
  return {
    name: printable(shortened(answer.name, longestName)),
    verdict: summary.verdict,
    headline: summary.headline,
    licensed: summary.licensed === null ? [] : [summary.licensed],
    why: clean(summary.why ?? ''),
    next: summary.next,
    facts: [
      [words.object, answer.kind === null ? '—' : answerWords[language].kinds[answer.kind]],
      [words.documentKind, named === undefined ? words.noDocumentKind : `${named}${law}`],
      [words.policy, policy],
      [words.at, at],
      ...(answer.indication === null ? [] : [[words.answer, indicationOf(answer)] as const]),
    ],
    signatures: shown.map((signature, index) => ({
      ...signatureSheet(signature, summary.signatures[index], setting),
      title: titleOf(signature, words.signature(index + 1, answer.signatures.length)),
      // Of the only signature the file's own answer has said it already.
      ...(shown.length === 1 ? { next: [] } : {}),
    })),
    stamps: answer.timeStamps.slice(0, mostSignatures).map((stamp) => stampSection(stamp, setting)),
    more: answer.signatures.length > shown.length ? words.moreSignatures(answer.signatures.length - shown.length) : '',
  }
}

const titleOf = ({ id, format, level }: SignatureAnswer, place: string): string =>
  `${place}　${clean(id)}　${format} ${level}`

function signatureSheet(
  signature: SignatureAnswer,
  summary: SignatureSummary | undefined,
  setting: Setting,
): Omit<SignatureSheet, 'title'> {
  const { language } = setting
  const words = reportWords(language)
  const { qualifications } = answerWords[language]
  const { qualification, decidedBy } = signature
  const lines = (...texts: readonly (string | null | undefined)[]) =>
    texts
      .filter(Boolean)
      .map((text) => clean(text ?? ''))
      .join('\n')
  return {
    verdict: summary?.verdict ?? 'none',
    headline: summary?.headline ?? '',
    licensed: summary?.licensed ? [summary.licensed] : [],
    next: summary?.next ?? [],
    facts: [
      [words.answer, lines(indicationOf(signature), summary?.why, decidedBy && `${words.decidedBy} ${decidedBy}`)],
      [words.signer, lines(summary?.who, summary?.issuer)],
      [words.licence, lines(summary?.licence, qualification && qualifications[qualification.answer])],
      [words.since, lines(summary?.since, summary?.claimed)],
      [words.coverage, lines(...(summary?.coverage ?? []))],
      [words.signerKind, lines(summary?.signerKind, ...(summary?.evidence ?? []))],
      [words.fingerprint, printable(signature.signer?.fingerprint ?? '—')],
      [words.chain, chainOf(signature, language)],
    ],
    sections: sectionsOf(signature, setting),
  }
}

const indicationOf = ({ indication, subIndication }: Pick<FileAnswer, 'indication' | 'subIndication'>): string =>
  [indication, subIndication].filter(Boolean).join(' / ')

function chainOf({ chain }: SignatureAnswer, language: SummaryLanguage): string {
  const words = reportWords(language)
  if (chain.length === 0) return words.noChain
  return chain
    .map(({ subject, notAfter }) => clean(`${subject}（${words.until(momentInWords(notAfter, language))}）`))
    .join('\n')
}
