import type { SignatureAnswer, SignatureSummary } from '#signature/contract'
import { useWords } from '../../app/i18n.ts'
import { Answer } from './answer.tsx'
import { Chain, Checks, Stamps } from './folded.tsx'
import style from './verify.module.css'

interface SignaturePartProps {
  readonly signature: SignatureAnswer
  readonly summary: SignatureSummary
  /** Which of how many; the only one has said its answer above. */
  readonly at: number
  readonly of: number
}

/** One signature: who, with which licence, since when, how much; and under it everything that was looked at. */
export function SignaturePart({ signature, summary, at, of }: SignaturePartProps) {
  const t = useWords('verify')
  const { who, issuer, licence, since, claimed, coverage, signerKind, evidence } = summary
  const facts = [
    [t('fact.who'), who, [issuer]],
    [t('fact.licence'), licence, []],
    [t('fact.since'), since, [claimed]],
    [t('fact.coverage'), coverage[0], coverage.slice(1)],
    [t('fact.kind'), signerKind, evidence],
  ] as const
  return (
    <div className={style.signature}>
      {of > 1 && (
        <>
          <h3>{t('signature', { at, of })}</h3>
          <Answer summary={summary} level={4} />
        </>
      )}
      <dl className={style.facts}>
        {facts.map(([name, said, more]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {said}
              {more.map((line) => line && <small key={line}>{line}</small>)}
            </dd>
          </div>
        ))}
      </dl>
      <Checks checks={signature.checks} />
      <Chain chain={signature.chain} />
      <Stamps stamps={signature.timeStamps} />
    </div>
  )
}
