import type {
  CoverageAnswer,
  FileAnswer,
  QualificationTold,
  SignatureAnswer,
  StandaloneStampAnswer,
} from '@omamori/signature'
import {
  type AnswerWords,
  accreditedWords,
  answerWords,
  fetchLines,
  holdsUntilLine,
  nextStep,
  stampLine,
  type VerifiedFile,
} from '#signature'
import type { Language } from './language.ts'
import type { Terminal } from './terminal.ts'

/** 検証の答え, as lines for a person at a terminal. */
export function sayAnswer(answer: VerifiedFile, { language, say }: Terminal): void {
  const words = answerWords[language]
  const file = words.file(answer.name, answer.kind === null ? null : words.kinds[answer.kind])
  if (answer.trouble !== null) say(`${file}: ${words.trouble(answer.trouble.reason)}`)
  else if (answer.indication === null) say(`${file}: ${words.unsigned}`)
  else {
    say(`${file}: ${words.indications[answer.indication]}`)
    for (const signature of answer.signatures) for (const line of linesOf(signature, answer, language)) say(`  ${line}`)
    for (const stamp of answer.timeStamps) for (const line of stampLines(stamp, answer, language)) say(`  ${line}`)
    say(`  ${words.policy(answer.policy.name, answer.policy.date)}`)
  }
  for (const line of fetchLines(answer.fetched ?? [], language)) say(`  ${line}`)
}

function linesOf(signature: SignatureAnswer, { accreditedList }: FileAnswer, language: Language): readonly string[] {
  const words: AnswerWords = answerWords[language]
  const { qualification, coverage, roles, subIndication } = signature
  const lasting = holdsUntilLine(signature, language)
  const held = roles.map(({ text, japanese }) => words.role(text, japanese)).join(words.comma)
  const licensed =
    qualification === null ? '-' : words.because(licenceIn(qualification, words), qualification.decidedBy)
  return [
    words.signature(signature.id, signature.format, signature.level),
    `  ${whyOf(signature, words)}`,
    ...(subIndication === null ? [] : [`  ${nextStep(subIndication, language)}`]),
    `  ${words.signer}: ${signature.signer?.subject ?? '-'}  ${words.signerKinds[signature.signerKind.kind]}`,
    `  ${words.roles}: ${held || words.noRoles}`,
    `  ${signature.provenTime === null ? words.notProven : `${words.proven}: ${signature.provenTime}`}`,
    ...(signature.claimedTime === null ? [] : [`  ${words.claimed}: ${signature.claimedTime}`]),
    ...signature.timeStamps.map((stamp) => `  ${stampLine(stamp, accreditedList, language)}`),
    ...(lasting === null ? [] : [`  ${lasting}`]),
    `  ${words.qualification}: ${licensed}`,
    ...outsideOf(coverage, words),
  ]
}

function stampLines(
  stamp: StandaloneStampAnswer,
  { accreditedList }: FileAnswer,
  language: Language,
): readonly string[] {
  const words = answerWords[language]
  return [
    words.timeStamp(stamp.id, stamp.authority),
    `  ${whyOf(stamp, words)}`,
    `  ${words.existed}: ${stamp.at}`,
    `  ${accreditedWords(stamp.accredited, accreditedList, language)}`,
    ...outsideOf(stamp.coverage, words),
  ]
}

type Judged = Pick<SignatureAnswer, 'indication' | 'subIndication' | 'decidedBy'>

function whyOf({ indication, subIndication, decidedBy }: Judged, words: AnswerWords): string {
  const holds = words.indications[indication]
  if (subIndication === null) return holds
  return `${holds}: ${words.because(words.subIndications[subIndication], decidedBy ?? subIndication)}`
}

function outsideOf({ remarks }: CoverageAnswer, words: AnswerWords): readonly string[] {
  const told = remarks.map(({ code, facts }) => (facts.names === undefined ? code : `${code}: ${facts.names}`))
  return told.length === 0 ? [] : [`  ${words.notCovered}: ${told.join(words.comma)}`]
}

const licenceIn = ({ answer, route }: QualificationTold, words: AnswerWords): string =>
  route === 'hpki' || route === 'none' ? words.qualifications[answer] : words.byEvidence(words.qualifications[answer])
