import { inEra } from '#shared'
import { type Language, useLanguage, useWords } from '../../app/i18n.ts'
import { Go } from '../../parts/go.tsx'
import { State } from '../../parts/state.tsx'
import { useWindowTitle } from '../../parts/window-title.ts'
import { isOverdue } from '../deciding.ts'
import { RequirementNumber, sectionText } from '../number.tsx'
import type { RequirementView } from '../queries.ts'
import type { Desk } from '../use-desk.ts'
import { useWhy } from '../use-why.ts'
import { addressOf } from '../view.ts'
import style from './sheet-head.module.css'

interface SheetHeadProps {
  readonly desk: Desk
  readonly view: RequirementView
}

/** What it is and how it stands: number, title, state, and the sentence that decides. */
export function SheetHead({ desk, view }: SheetHeadProps) {
  const { requirement, judged, parts } = view
  const whyOf = useWhy()
  useWindowTitle(requirement.title)
  const heaviest = desk.assessment.gaps.find(({ requirementId }) => parts.some(({ id }) => id === requirementId))
  const why = judged.reason === 'children' ? heaviest?.sentence : undefined
  return (
    <header className={style.head}>
      <Crumbs desk={desk} view={view} />
      <RequirementNumber requirement={requirement} />
      <h1>{requirement.title}</h1>
      <Formerly requirement={requirement} />
      <div className={style.judgement} data-state={judged.state}>
        <State state={judged.state} size="large" />
        <p>
          {isOverdue(judged) && <span aria-hidden="true">◷ </span>}
          {why ?? whyOf(judged)}
        </p>
        {why && <p className={style.sum}>{judged.reasonSentence}</p>}
        {!why && judged.findings.length > 0 && judged.reasonSentence && judged.reasonSentence !== whyOf(judged) && (
          <p className={style.sum}>{judged.reasonSentence}</p>
        )}
      </div>
    </header>
  )
}

/** What it was called before, and that it is no longer asked: the answers below were given to that. */
function Formerly({ requirement: { formerTitles, retired } }: Pick<RequirementView, 'requirement'>) {
  const t = useWords('assessment')
  const language = useLanguage()
  return (
    <>
      {formerTitles.map((title) => (
        <p key={title} className={style.formerly}>
          {t('formerTitle', { title })}
        </p>
      ))}
      {retired && (
        <p className={style.formerly}>
          {t('retired', { since: monthOf(retired.since, language), reason: retired.reason })}{' '}
          {retired.replacedBy.length > 0 && t('retired.replacedBy')}{' '}
          {retired.replacedBy.map((id) => (
            <Go key={id} href={`/assessment/${id}`}>
              {id}
            </Go>
          ))}
        </p>
      )}
    </>
  )
}

const english = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** 令和8年10月, or October 2026. */
function monthOf(month: string, language: Language): string {
  const first = `${month}-01`
  if (language === 'en') return english.format(new Date(`${first}T00:00:00Z`))
  return inEra(first, { weekday: false }).replace(/1日$/, '')
}

function Crumbs({ desk, view }: SheetHeadProps) {
  const t = useWords('assessment')
  const language = useLanguage()
  const { section, sectionTitle, parent } = view.requirement
  return (
    <nav className={style.crumbs} aria-label={t('crumbs')}>
      <Go href={addressOf(desk.view)}>{t('crumbs.list')}</Go>
      <span aria-hidden="true">›</span>
      <Go href={addressOf({ ...desk.view, place: section, typed: '' })}>
        {sectionText(section, language)} {sectionTitle}
      </Go>
      {parent && (
        <>
          <span aria-hidden="true">›</span>
          <Go href={addressOf(desk.view, parent.id)}>{parent.title}</Go>
        </>
      )}
    </nav>
  )
}
