import { Button, FileButton } from '@mantine/core'
import { answerWords, type FileAnswer, momentInWords, type NamedDocumentKind, summaryOf } from '#signature/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import { Answer } from './answer.tsx'
import { Stamps } from './folded.tsx'
import { Papers } from './papers.tsx'
import { SignaturePart } from './signature-part.tsx'
import type { Item, Underway } from './use-verifications.ts'
import style from './verify.module.css'

interface SheetProps {
  readonly item: Item
  readonly kinds: readonly NamedDocumentKind[]
  readonly onAgain: (content?: File) => void
  readonly onRemove: () => void
}

/** 署名確認書 — one file: how far it is, what went wrong on the way, or the answer. */
export function Sheet({ item, kinds, onAgain, onRemove }: SheetProps) {
  const t = useWords('verify')
  const { progress, file } = item
  const done = progress.step === 'done' ? progress.answer : undefined
  return (
    <article className={style.sheet} aria-label={`${t('sheet')} ${file.name}`}>
      <header>
        <h2>{file.name}</h2>
        {done && <HeadLine answer={done} />}
      </header>
      {progress.step === 'failed' && (
        <Problem error={progress.error}>
          <Button onClick={() => onAgain()}>{t('again')}</Button>
        </Problem>
      )}
      {(progress.step === 'waiting' || progress.step === 'verifying' || progress.step === 'sending') && (
        <Going progress={progress} />
      )}
      {done && <Answered item={item} answer={done} kinds={kinds} onAgain={onAgain} />}
      <div className={style.acts}>
        <Button variant="subtle" onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </article>
  )
}

function Going({ progress }: { readonly progress: Underway }) {
  const t = useWords('verify')
  const percent = progress.step === 'sending' ? progress.percent : undefined
  const doing =
    progress.step === 'sending' ? t('step.sending', { percent: progress.percent }) : t(`step.${progress.step}`)
  return (
    <div role="status">
      <p>{doing}</p>
      <progress max={100} value={percent} aria-label={doing} />
    </div>
  )
}

function HeadLine({ answer }: { readonly answer: FileAnswer }) {
  const t = useWords('verify')
  const language = useLanguage()
  return (
    <p>
      {answer.kind && answerWords[language].kinds[answer.kind]}
      <span>{t('checkedAt', { at: momentInWords(answer.at, language) })}</span>
    </p>
  )
}

function Answered({ item, answer, kinds, onAgain }: Omit<SheetProps, 'onRemove'> & { readonly answer: FileAnswer }) {
  const t = useWords('verify')
  const language = useLanguage()
  const kind = kinds.find((one) => one.kind === answer.documentKind) ?? null
  const summary = summaryOf(answer, language, kind)
  const of = answer.signatures.length
  return (
    <>
      <Answer summary={summary} level={3} />
      {answer.subIndication === 'SIGNED_DATA_NOT_FOUND' && (
        <FileButton onChange={(content) => content && onAgain(content)}>
          {(props) => <Button {...props}>{t('original')}</Button>}
        </FileButton>
      )}
      <Papers asked={item} answer={answer} />
      {answer.signatures.map((signature, index) => {
        const own = summary.signatures[index]
        return own && <SignaturePart key={signature.id} signature={signature} summary={own} at={index + 1} of={of} />
      })}
      <Stamps stamps={answer.timeStamps} />
    </>
  )
}
