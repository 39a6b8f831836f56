import { Button } from '@mantine/core'
import { useState } from 'react'
import { type SnapshotView, sayNumber } from '#assessment/contract'
import { api } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { Acts } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import style from './snapshots.module.css'

/** 施設長の承認, in two presses: the first tells what it means, for it cannot be taken back. */
export function Approve({ snapshot }: { readonly snapshot: SnapshotView }) {
  const t = useWords('assessment')
  const [asked, setAsked] = useState(false)
  const name = sayNumber(snapshot, useLanguage())
  const { snapshotId, digest } = snapshot
  const approve = useChange(() => api.post(`/snapshots/${snapshotId}/approval`, { digest }), t('snapshots.approved'))
  if (!asked)
    return (
      <Button onClick={() => setAsked(true)} aria-label={t('snapshots.approveNamed', { name })}>
        {t('exemption.approve')}
      </Button>
    )
  return (
    <>
      <p className={style.meaning}>{t('snapshots.meaning', { name })}</p>
      <Acts>
        <Button variant="filled" loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('snapshots.approveNow')}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('close')}</Button>
      </Acts>
      <Problem error={approve.error} />
    </>
  )
}
