import type { ScanDesk } from '#archive/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Go } from '../../parts/go.tsx'
import { Time } from '../../parts/time.tsx'
import style from './scan.module.css'

/** 署名を待つもの — the most urgent first. */
export function WaitingList({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  const say = useBilingual()
  if (desk.waiting.length === 0) return <EmptyState why={t('waiting.none')} gain={t('waiting.noneGain')} />
  const nameOf = (kind: string) => {
    const found = desk.kinds.find((one) => one.kind === kind)
    return found ? say(found) : kind
  }
  return (
    <ol className={style.list}>
      {desk.waiting.map(({ documentId, kind, title, scannedBy, dueAt, overdue }) => (
        <li key={documentId}>
          <Go href={`/archive/documents/${encodeURIComponent(documentId)}`}>{title}</Go>
          <span>{t('waiting.by', { kind: nameOf(kind), name: scannedBy })}</span>
          <span data-overdue={overdue || undefined}>
            {t(overdue ? 'waiting.overdue' : 'waiting.until')} <Time at={dueAt} />
          </span>
        </li>
      ))}
    </ol>
  )
}
