import { useSuspenseQuery } from '@tanstack/react-query'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { Section } from '../../parts/page.tsx'
import { guidelineQuery, type RequirementView } from '../queries.ts'
import style from './asked.module.css'

/** 求められていること — in our words, with the way to the official text, and what has not been compared with it. */
export function Asked({ view }: { readonly view: RequirementView }) {
  const t = useWords('assessment')
  const say = useBilingual()
  const { data: guideline } = useSuspenseQuery(guidelineQuery)
  const { requirement } = view
  const pages = requirement.pages.main
  return (
    <Section title={t('asked')}>
      <p>{requirement.summary}</p>
      <p className={style.source}>
        {t('asked.ours')}
        <a href={requirement.officialPage} target="_blank" rel="noreferrer">
          {t('asked.official', { edition: say(guideline.title) })}
        </a>
        {pages && <span> {t('asked.pages', { pages: pages.join(t('list.and')) })}</span>}
      </p>
      {requirement.changedIn52 && <p className={style.source}>{t('asked.changed')}</p>}
      {requirement.marks.length > 0 && (
        <ul className={style.marks}>
          {requirement.marks.map((mark) => (
            <li key={mark}>
              <span className={style.mark}>{mark}</span>
              <MarkMeaning mark={mark} />
            </li>
          ))}
        </ul>
      )}
      {requirement.evidenceKinds.length > 0 && (
        <p className={style.source}>{t('asked.evidence', { kinds: requirement.evidenceKinds.join(t('list.and')) })}</p>
      )}
    </Section>
  )
}

/** What a mark of the edition means for the reader. */
function MarkMeaning({ mark }: { readonly mark: string }) {
  const t = useWords('assessment')
  const say = useBilingual()
  const { data: guideline } = useSuspenseQuery(guidelineQuery)
  const { numberUnconfirmed } = guideline.marks
  return numberUnconfirmed && say(numberUnconfirmed) === mark ? t('mark.number') : t('mark.content')
}
