import type { FileAnswer, Indication, Mark, QualificationTold, RoleAnswer, SignatureAnswer } from '@omamori/signature'
import { answerWords } from './answer-words.ts'
import { guidelineOnSigner } from './guideline-words.ts'
import { momentInWords } from './moment-in-words.ts'
import { nextStep } from './next-step.ts'
import { changeWords, evidenceWords, remarkWords } from './remark-words.ts'
import { type SummaryWords, summaryWords } from './summary-words.ts'

export type SummaryLanguage = 'ja' | 'en'

/** 有効, 無効, 確かめられない, or nothing to judge. 有効 comes from TOTAL-PASSED and from nothing else. */
export type SignatureVerdict = 'valid' | 'invalid' | 'undecided' | 'none'

/** What a kind of document needs, in both languages; roles as the certificates write them. */
export interface NamedDocumentKind {
  readonly kind: string
  readonly japanese: string
  readonly law: string
  readonly mark: Mark
  readonly needs: readonly (readonly { readonly ja: string; readonly en: string }[])[]
}

/** 資格の判定 — the other axis, told beside a valid signature that no confirmed licence stands behind; null otherwise. */
export interface LicenceVerdict {
  readonly verdict: SignatureVerdict
  readonly headline: string
}

/** 要約 — one signature in plain words: the same on page and paper. */
export interface SignatureSummary {
  readonly verdict: SignatureVerdict
  readonly headline: string
  readonly licensed: LicenceVerdict | null
  readonly who: string
  readonly issuer: string
  readonly licence: string
  readonly since: string
  readonly claimed: string | null
  readonly coverage: readonly string[]
  readonly signerKind: string
  readonly evidence: readonly string[]
  /** What is lacking or wrong; null where it is valid. */
  readonly why: string | null
  readonly next: readonly string[]
}

export interface FileSummary {
  readonly verdict: SignatureVerdict
  readonly headline: string
  readonly licensed: LicenceVerdict | null
  readonly why: string | null
  readonly next: readonly string[]
  readonly signatures: readonly SignatureSummary[]
}

const verdicts = { 'TOTAL-PASSED': 'valid', INDETERMINATE: 'undecided', 'TOTAL-FAILED': 'invalid' } as const

interface Told {
  readonly words: SummaryWords
  readonly language: SummaryLanguage
  readonly kind: NamedDocumentKind | null
}

export function summaryOf(answer: FileAnswer, language: SummaryLanguage, kind: NamedDocumentKind | null): FileSummary {
  const told = { words: summaryWords[language], language, kind }
  const { words } = told
  const nothing = { verdict: 'none', licensed: null, signatures: [], why: null } as const
  if (answer.trouble !== null)
    return {
      ...nothing,
      headline: words.trouble,
      why: words.troubleWhy(answer.trouble.reason),
      next: [words.troubleNext],
    }
  if (answer.signatures.length === 0 && answer.indication !== null) return stampSummary(answer, answer.indication, told)
  if (answer.indication === null) return { ...nothing, headline: words.unsigned, next: [words.unsignedNext] }
  const signatures = answer.signatures.map((signature) => signatureSummary(signature, told))
  const { subIndication, qualification } = answer
  const verdict = verdicts[answer.indication]
  const [first] = signatures
  const steps = subIndication === null ? licenceSteps(qualification, told) : [nextStep(subIndication, language)]
  return {
    verdict,
    headline: headlineOf(
      verdict,
      qualification,
      // Roles under another scheme or another authority stand in certificates too: only a confirmed one is told here.
      answer.signatures.flatMap((one) => (one.qualification?.answer === 'confirmed' ? one.roles : [])),
      told,
    ),
    licensed: licensedOf(verdict, qualification, told),
    why:
      [
        signatures.length === 1 ? '' : words.many(signatures.length),
        subIndication === null ? '' : answerWords[language].subIndications[subIndication],
      ].join('') || null,
    next: signatures.length === 1 && first !== undefined ? first.next : steps,
    signatures,
  }
}

/** Nobody signed: a time stamp alone says since when, and never who. */
function stampSummary({ timeStamps, subIndication }: FileAnswer, indication: Indication, told: Told): FileSummary {
  const { words, language } = told
  const verdict = verdicts[indication]
  const oldest = timeStamps.map(({ at }) => at).sort()[0] ?? ''
  return {
    verdict,
    headline:
      verdict === 'valid' ? words.stamped(momentInWords(oldest, language)) : headlineOf(verdict, null, [], told),
    licensed: { verdict: 'none', headline: words.stampedByNobody },
    why: subIndication === null ? null : answerWords[language].subIndications[subIndication],
    next: subIndication === null ? [] : [nextStep(subIndication, language)],
    signatures: [],
  }
}

function signatureSummary(signature: SignatureAnswer, told: Told): SignatureSummary {
  const { words, language } = told
  const { subIndication, signer, provenTime, claimedTime, signerKind, qualification } = signature
  const verdict = verdicts[signature.indication]
  return {
    verdict,
    headline: headlineOf(verdict, qualification, signature.roles, told),
    licensed: licensedOf(verdict, qualification, told),
    who: whoOf(signature, words),
    issuer: signer === null ? '' : words.byIssuer(signer.issuer),
    licence: licenceOf(signature, told),
    since: provenTime === null ? words.notProven : words.before(momentInWords(provenTime, language)),
    claimed: claimedTime === null ? null : words.claimed(momentInWords(claimedTime, language)),
    coverage: [signature.coverage.whole ? words.whole : words.notWhole, ...remarksOf(signature, told)],
    signerKind: kindOf(signature, told),
    evidence: [
      ...signerKind.evidence.map((code) => evidenceWords[code]?.[language] ?? code),
      guidelineOnSigner(signerKind.kind, told.kind !== null, language),
    ],
    why: subIndication === null ? null : answerWords[language].subIndications[subIndication],
    next: [
      ...(subIndication === null ? licenceSteps(qualification, told) : [nextStep(subIndication, language)]),
      ...(subIndication === null && provenTime === null ? [words.noStamp] : []),
    ],
  }
}

function headlineOf(
  verdict: SignatureVerdict,
  qualification: QualificationTold | null,
  roles: readonly RoleAnswer[],
  told: Told,
): string {
  const { words } = told
  if (verdict === 'undecided') return words.undecided
  if (verdict === 'invalid') return words.invalid
  const licences = roles.filter(({ licence }) => licence)
  if (qualification?.answer !== 'confirmed') return words.valid
  const say = qualification.route === 'hpki' ? words.signedBy : words.signedByEvidence
  return words.valid + say(namesOf(licences, told).join(words.comma))
}

function licensedOf(
  verdict: SignatureVerdict,
  qualification: QualificationTold | null,
  told: Told,
): LicenceVerdict | null {
  const { words, kind } = told
  if (verdict !== 'valid' || qualification === null) return null
  const lacking = kind === null ? 'undecided' : 'invalid'
  switch (qualification.answer) {
    case 'confirmed':
      return null
    case 'insufficient-role':
      return {
        verdict: lacking,
        headline: kind === null ? words.notHpki : words.otherLicence(documentName(kind, words)),
      }
    case 'no-role':
      return { verdict: lacking, headline: words.noRole }
    case 'not-hpki':
      return { verdict: 'undecided', headline: words.notHpki }
    case 'unverified':
      return {
        verdict: 'undecided',
        headline: qualification.decidedBy === 'document-covered' ? words.notAll : words.notHpki,
      }
  }
}

function whoOf({ signer, indication }: SignatureAnswer, words: SummaryWords): string {
  if (signer === null) return words.nobody
  const name = signer.commonName ?? signer.subject
  return indication === 'TOTAL-PASSED' ? name : words.unproven(name)
}

function kindOf({ signerKind: { kind }, indication }: SignatureAnswer, { words, language }: Told): string {
  const said = answerWords[language].signerKinds[kind]
  return indication === 'TOTAL-PASSED' || kind === 'unknown' ? said : words.unproven(said)
}

/** Unless the signature holds and is one of HPKI, the certificate's word for a licence is no more than that. */
function licenceOf({ roles, qualification }: SignatureAnswer, told: Told): string {
  const { words } = told
  const named = roles.map((role) => {
    const [name = ''] = namesOf([role], told)
    return role.licence ? name : words.office(name)
  })
  const all = [...new Set(named)].join(words.comma)
  if (all === '') return words.noLicence
  if (qualification === null || qualification.route === 'none' || qualification.answer === 'unverified')
    return words.unproven(all)
  return qualification.route === 'hpki' ? all : words.byEvidence(all)
}

const namesOf = (roles: readonly RoleAnswer[], { language }: Told): readonly string[] => [
  ...new Set(roles.map(({ text, japanese }) => (language === 'ja' ? (japanese ?? text) : text))),
]

function remarksOf({ coverage }: SignatureAnswer, { words, language }: Told): readonly string[] {
  return coverage.remarks.map(({ code, facts }) => {
    const { change, names, page } = facts
    const details = [
      typeof change === 'string' ? (changeWords[change]?.[language] ?? change) : undefined,
      typeof names === 'string' ? names : undefined,
      page === undefined ? undefined : `p. ${page}`,
    ]
    return words.remark(remarkWords[code]?.[language] ?? code, details.filter((one) => one !== undefined).join(' '))
  })
}

function licenceSteps(qualification: QualificationTold | null, told: Told): readonly string[] {
  const { words, kind, language } = told
  if (qualification === null || qualification.answer === 'confirmed') return []
  if (kind === null) return [words.evidenceNext]
  const needs = kind.needs.map((oneOf) => oneOf.map((role) => role[language]).join(words.or)).join(words.comma)
  return [words.licenceNext(documentName(kind, words), needs)]
}

const documentName = ({ japanese, kind }: NamedDocumentKind, words: SummaryWords): string =>
  words.document(japanese, kind)
