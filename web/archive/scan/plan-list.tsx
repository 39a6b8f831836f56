import { planTopics, type ScanDesk } from '#archive/contract'
import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Opening } from '../../parts/opening.tsx'
import { EndPlanForm } from './end-plan-form.tsx'
import style from './scan.module.css'

/** 過去の紙の計画 — newest first, each with its audit. */
export function PlanList({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  if (desk.plans.length === 0) return <EmptyState why={t('plans.none')} gain={t('plans.noneGain')} />
  return (
    <ol className={style.entries}>
      {desk.plans.map((plan) => (
        <li key={plan.planId}>
          <header>
            <b>{plan.title}</b>
            <span>{t('plans.documents', { count: plan.documents })}</span>
            {plan.endedAt !== undefined && <span>{t('plans.ended')}</span>}
          </header>
          <p>
            {t('plan.noticedOn')} <EraDate day={plan.noticedOn} weekday={false} />　{t('plan.startsOn')}{' '}
            <EraDate day={plan.startsOn} weekday={false} />
          </p>
          {plan.entrustedTo !== undefined && <p>{t('plans.entrusted', { whom: plan.entrustedTo })}</p>}
          <details>
            <summary>{t('plans.topics')}</summary>
            <dl className={style.topics}>
              {planTopics.map((topic) => (
                <div key={topic}>
                  <dt>{t(`topic.${topic}`)}</dt>
                  <dd>{plan.topics[topic]}</dd>
                </div>
              ))}
            </dl>
          </details>
          {plan.auditedOn !== undefined && (
            <p>
              {t('plans.audited', { audit: plan.audit ?? '' })} <EraDate day={plan.auditedOn} weekday={false} />
            </p>
          )}
          {desk.may.manage && plan.endedAt === undefined && (
            <Opening label={t('end.open')}>
              <EndPlanForm planId={plan.planId} today={desk.today} />
            </Opening>
          )}
        </li>
      ))}
    </ol>
  )
}
