import { type RetentionTable, type RuleView, sayStart } from '#archive/contract'
import { dayOf } from '#shared'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { dayText, EraDate } from '../../parts/day.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import style from './retention.module.css'

/** これまでの定め — newest first; what no longer stands stays readable. */
export function RuleList({ view }: { readonly view: RetentionTable }) {
  const t = useWords('retention')
  if (view.rules.length === 0) return <EmptyState why={t('rules.none')} gain={t('rules.noneGain')} />
  return (
    <ol className={style.rules}>
      {view.rules.map((rule) => (
        <Rule key={rule.ruleId} rule={rule} view={view} />
      ))}
    </ol>
  )
}

function Rule({ rule, view }: { readonly rule: RuleView; readonly view: RetentionTable }) {
  const t = useWords('retention')
  const say = useBilingual()
  const language = useLanguage()
  const { about, target, years, startsWith, source, checkedOn, stands, writtenBy } = rule
  const thing = {
    law: () => view.laws.find(({ law }) => law === target),
    kind: () => view.kinds.find(({ kind }) => kind === target),
    standing: () => undefined,
  }[about]()
  const name = thing ? say(thing) : t(target === 'copy' ? 'standing.copy' : 'standing.emergency')
  return (
    <li data-over={!stands || undefined}>
      <header>
        <b>{name}</b>
        <span>{t('rules.period', { years, start: sayStart(startsWith, language) })}</span>
        {!stands && <span>{t('rules.over')}</span>}
      </header>
      <p>{t('rules.source', { source, day: dayText(checkedOn, language, false) })}</p>
      <p className={style.soft}>
        {t('rules.by', { by: writtenBy })} <EraDate day={dayOf(rule.writtenAt)} weekday={false} />
      </p>
    </li>
  )
}
