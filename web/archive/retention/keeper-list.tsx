import type { KeeperView } from '#archive/contract'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText, EraDate } from '../../parts/day.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import style from './retention.module.css'

/** 保存の引き継ぎ — every step of where the documents went, newest first. */
export function KeeperList({ keepers }: { readonly keepers: readonly KeeperView[] }) {
  const t = useWords('retention')
  const language = useLanguage()
  if (keepers.length === 0) return <EmptyState why={t('keepers.none')} gain={t('keepers.noneGain')} />
  return (
    <ol className={style.rules}>
      {keepers.map(({ keeperId, event, onDay, keeper, contact, untilOn, source, writtenBy }) => (
        <li key={keeperId}>
          <header>
            <b>{t(`event.${event}`)}</b>
            <EraDate day={onDay} weekday={false} />
            <span>
              {untilOn ? t('keepers.until', { day: dayText(untilOn, language, false) }) : t('keepers.noUntil')}
            </span>
          </header>
          <p>
            {keeper}　{contact}
          </p>
          <p className={style.soft}>
            {t('keepers.source', { source })}　{t('rules.by', { by: writtenBy })}
          </p>
        </li>
      ))}
    </ol>
  )
}
