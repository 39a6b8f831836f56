import type { PresentedRequirement } from '#assessment/contract'
import { useWords } from '../../app/i18n.ts'
import { GoButton } from '../../parts/go.tsx'
import { Section } from '../../parts/page.tsx'
import { questionAddress } from '../fact-address.ts'
import style from './open-questions.module.css'

/** Questions nobody has answered yet; until then nobody knows whether the requirement applies here. */
export function OpenQuestions({ asks }: { readonly asks: PresentedRequirement['asks'] }) {
  const t = useWords('assessment')
  if (asks.length === 0) return null
  return (
    <Section title={t('questions')} note={t('questions.note')}>
      <ul className={style.questions}>
        {asks.map(({ fact, question }) => (
          <li key={fact}>
            <span>{question}</span>
            <GoButton href={questionAddress(fact)} aria-label={t('questions.answerTo', { question })}>
              {t('questions.answer')}
            </GoButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
