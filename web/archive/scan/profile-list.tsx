import { depthWord, type ScanDesk } from '#archive/contract'
import { dayOf } from '#shared'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import style from './scan.module.css'

/** 種類ごとの決まり — what stands today. */
export function ProfileList({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  const say = useBilingual()
  const language = useLanguage()
  if (desk.profiles.length === 0) return <EmptyState why={t('profiles.none')} gain={t('profiles.noneGain')} />
  return (
    <ol className={style.entries}>
      {desk.profiles.map(
        ({ profileId, kind, resolution, colour, formats, lossy, period, source, writtenBy, writtenAt }) => {
          const found = desk.kinds.find((one) => one.kind === kind)
          const depth = depthWord(colour, language)
          const words = { resolution, depth, formats: formats.map((one) => one.toUpperCase()).join(t('and')) }
          return (
            <li key={profileId}>
              <header>
                <b>{found ? say(found) : kind}</b>
                <span>{t('profiles.asks', words)}</span>
                <span>{t(lossy ? 'profiles.lossy' : 'profiles.lossless')}</span>
                <span>{t(period.unit === 'hours' ? 'profiles.hours' : 'profiles.days', { count: period.count })}</span>
              </header>
              <p className={style.soft}>
                {t('profiles.source', { source, by: writtenBy })} <EraDate day={dayOf(writtenAt)} weekday={false} />
              </p>
            </li>
          )
        },
      )}
    </ol>
  )
}
