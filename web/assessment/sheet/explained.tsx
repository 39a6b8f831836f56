import { useWords } from '../../app/i18n.ts'
import { Mark } from '../../parts/mark.tsx'
import { Section } from '../../parts/page.tsx'
import { TermsFound } from '../list/terms-found.tsx'
import type { RequirementView } from '../queries.ts'
import style from './explained.module.css'

/** よくある質問と用語 — the ministry's questions and answers in our words, and the words that occur. */
export function Explained({ view }: { readonly view: RequirementView }) {
  const t = useWords('assessment')
  const { qa, terms } = view
  if (qa.length === 0 && terms.length === 0) return null
  return (
    <Section title={t(qa.length > 0 ? 'explained' : 'terms')}>
      {qa.map(({ number, topic, gist, confidence }) => (
        <div key={number} className={style.question}>
          <h3>{topic}</h3>
          <p>{gist}</p>
          <p className={style.source}>
            {t('explained.source', { number })} {confidence !== 'confirmed' && <Mark />}
          </p>
        </div>
      ))}
      <TermsFound terms={terms} />
    </Section>
  )
}
