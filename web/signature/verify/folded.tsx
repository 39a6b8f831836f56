import type { ReactNode } from 'react'
import {
  answerWords,
  blockWords,
  checkBlocks,
  checkWords,
  momentInWords,
  outcomeWords,
  type SignatureAnswer,
  type StampAnswer,
} from '#signature/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import style from './verify.module.css'

type Check = SignatureAnswer['checks'][number]

const shapes: Readonly<Record<Check['outcome'], string>> = {
  passed: '●',
  failed: '▲',
  unknown: '？',
  'not-checked': '－',
}

function Folded({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <details className={style.folded}>
      <summary>
        <b>{title}</b>
        {note && <span>{note}</span>}
      </summary>
      {children}
    </details>
  )
}

/** 検証項目 — by the building blocks of EN 319 102-1. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const t = useWords('verify')
  const language = useLanguage()
  const of = (...outcomes: readonly string[]) => checks.filter(({ outcome }) => outcomes.includes(outcome)).length
  const note = t('checks.count', {
    ...{ all: checks.length, passed: of('passed'), failed: of('failed'), unknown: of('unknown', 'not-checked') },
  })
  return (
    <Folded title={t('checks.title')} note={note}>
      {checkBlocks.map((block) => {
        const own = checks.filter(({ code }) => (checkWords[code]?.block ?? 'format') === block)
        return (
          own.length > 0 && (
            <div key={block} className={style.block}>
              <h4>{blockWords[block][language]}</h4>
              <CheckList checks={own} />
            </div>
          )
        )
      })}
    </Folded>
  )
}

function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const language = useLanguage()
  return (
    <ul className={style.checks}>
      {checks.map(({ code, outcome }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same check may stand there twice, and the list never changes
        <li key={at}>
          <span className={style.outcome} data-outcome={outcome}>
            <span aria-hidden="true">{shapes[outcome]}</span>
            {outcomeWords[outcome][language]}
          </span>
          <span>{checkWords[code]?.[language] ?? code}</span>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  )
}

export function Chain({ chain }: Pick<SignatureAnswer, 'chain'>) {
  const t = useWords('verify')
  const language = useLanguage()
  return (
    <Folded title={t('chain.title')} note={chain.length === 0 ? t('chain.none') : undefined}>
      <ol className={style.chain}>
        {chain.map(({ subject, fingerprint, notAfter }) => (
          <li key={fingerprint}>
            {subject}
            <small>{t('chain.until', { at: momentInWords(notAfter, language) })}</small>
            <small>SHA-256 {fingerprint}</small>
          </li>
        ))}
      </ol>
    </Folded>
  )
}

export function Stamps({ stamps }: { readonly stamps: readonly StampAnswer[] }) {
  const t = useWords('verify')
  const language = useLanguage()
  const { indications, subIndications } = answerWords[language]
  if (stamps.length === 0) return null
  return (
    <Folded title={t('stamps.title')} note={String(stamps.length)}>
      {stamps.map(({ at, authority, indication, subIndication, checks }) => (
        <div key={`${at} ${authority}`} className={style.block}>
          <h4>{momentInWords(at, language)}</h4>
          <p>
            {indications[indication]}
            {subIndication && `　${subIndications[subIndication]}`}
          </p>
          <p>{authority}</p>
          <CheckList checks={checks} />
        </div>
      ))}
    </Folded>
  )
}
