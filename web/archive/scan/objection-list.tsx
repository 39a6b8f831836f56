import { Button } from '@mantine/core'
import type { ScanDesk } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { EraDate } from '../../parts/day.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Time } from '../../parts/time.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from './scan.module.css'

/** 電子化への異議 — newest first; what was withdrawn stays readable. */
export function ObjectionList({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  const withdraw = useChange(
    (objectionId: string) => api.post(`/archive/scan-objections/${encodeURIComponent(objectionId)}/withdraw`),
    t('objection.withdrawn'),
  )
  if (desk.objections.length === 0) return <EmptyState why={t('objections.none')} gain={t('objections.noneGain')} />
  return (
    <>
      <Problem error={withdraw.error} />
      <ol className={style.entries}>
        {desk.objections.map(({ objectionId, patient, toldOn, note, writtenBy, withdrawnBy, withdrawnAt }) => (
          <li key={objectionId} data-over={withdrawnAt !== undefined || undefined}>
            <header>
              <b>{t('objections.patient', { patient })}</b>
              <EraDate day={toldOn} weekday={false} />
              <span>{t('objections.by', { by: writtenBy })}</span>
            </header>
            <p>{note}</p>
            {withdrawnAt !== undefined && (
              <p>
                {t('objections.over', { by: withdrawnBy ?? '' })} <Time at={withdrawnAt} />
              </p>
            )}
            {desk.may.manage && withdrawnAt === undefined && (
              <Button
                aria-label={t('objection.withdrawOf', { patient })}
                loading={withdraw.isPending && withdraw.variables === objectionId}
                onClick={() => withdraw.mutate(objectionId)}
              >
                {t('objection.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
