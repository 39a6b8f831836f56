import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VersionView } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Time } from '../../parts/time.tsx'
import { useChange } from '../../parts/use-change.ts'
import { ScanRecordLines } from '../scan/scan-record.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { ContentFrame } from './content-frame.tsx'
import style from './document.module.css'
import { Signatures } from './signatures.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

interface VersionProps {
  readonly documentId: string
  readonly version: VersionView
}

/** 版 — what became of it, its content, and what the reader may do with it. */
export function Version({ documentId, version: one }: VersionProps) {
  const t = useWords('archive')
  const [shown, setShown] = useState(false)
  const path = `/archive/documents/${encodeURIComponent(documentId)}/versions/${one.version}`
  const approve = useChange(() => api.post(`${path}/approval`), t('version.approved'))
  const { enteredBy, enteredFor, enteredAt, approvedAt, confirmedBy, confirmedAt, reason, needsSignature, may } = one
  const { withdrawnBy, withdrawnAt, withdrawnReason } = one
  return (
    <li>
      <h3>{t('version.title', { version: one.version })}</h3>
      <ul className={style.steps}>
        <li>
          {enteredFor
            ? t('version.enteredFor', { name: enteredBy.name, whom: enteredFor.name })
            : t('version.entered', { name: enteredBy.name })}{' '}
          <Time at={enteredAt} />
        </li>
        {reason !== undefined && <li>{t('version.reason', { reason })}</li>}
        {approvedAt !== undefined && (
          <li>
            {t('version.approvedBy', { name: enteredFor?.name ?? '' })} <Time at={approvedAt} />
          </li>
        )}
        {withdrawnBy && withdrawnAt !== undefined && (
          <li>
            {t('version.withdrawnBy', { name: withdrawnBy.name, reason: withdrawnReason ?? '' })}{' '}
            <Time at={withdrawnAt} />
          </li>
        )}
        {confirmedBy && confirmedAt !== undefined && (
          <li>
            {t('version.confirmedBy', { name: confirmedBy.name })} <Time at={confirmedAt} />
          </li>
        )}
      </ul>
      <p className={style.soft}>{t('version.octets', { count: one.length.toLocaleString(), sha256: one.sha256 })}</p>
      {may.because !== undefined && <p className={style.soft}>{t(reasonWord(may.because))}</p>}
      {one.scan && <ScanRecordLines scan={one.scan} />}
      <Signatures path={path} signatures={one.signatures} needsLicence={needsSignature && one.scan === undefined} />
      <Problem error={approve.error} />
      <Acts>
        <Button variant={one.seen ? 'default' : 'filled'} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t('version.hide') : t('version.show')}
        </Button>
        {may.approve && (
          <Button variant="filled" loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('version.approve')}
          </Button>
        )}
      </Acts>
      {may.confirm && <ConfirmForm path={path} needs={one.needsSignature ? (one.scan ? 'scan' : 'licence') : 'none'} />}
      {may.withdraw && <WithdrawForm path={path} />}
      {shown && <ContentFrame path={`${path}/content`} version={one} />}
    </li>
  )
}

const reasons = {
  'document-not-seen': 'because.notSeen',
  'document-not-approved': 'because.notApproved',
  'document-proxy-confirms': 'because.proxy',
  'document-without-licence': 'because.licence',
  'document-scan-of-another': 'because.scan',
} as const

/** Why the reader cannot confirm it yet; whoever may not at all is told no more than that. */
const reasonWord = (because: string) =>
  Object.hasOwn(reasons, because) ? reasons[because as keyof typeof reasons] : 'because.other'
