import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { DestructionsView } from '#archive/contract'
import { dayOf } from '#shared'
import { api } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { dayText } from '../../parts/day.tsx'
import { Problem } from '../../parts/problem.tsx'
import { saveFile } from '../../parts/save-file.ts'
import style from './destruction.module.css'
import { DestructionActs } from './destruction-acts.tsx'

interface DestructionListProps {
  readonly destructions: DestructionsView['destructions']
  readonly may: DestructionsView['may']
  readonly today: string
}

/** 廃棄の申し出 — each with who proposed and approved it, and what became of it. */
export function DestructionList({ destructions, may, today }: DestructionListProps) {
  return (
    <ol className={style.lists}>
      {destructions.map((one) => (
        <Item key={one.destructionId} one={one} may={may} today={today} />
      ))}
    </ol>
  )
}

interface ItemProps extends Omit<DestructionListProps, 'destructions'> {
  readonly one: DestructionsView['destructions'][number]
}

function Item({ one, may, today }: ItemProps) {
  const t = useWords('destruction')
  const language = useLanguage()
  const day = (text: string) => dayText(text, language, false)
  const { state, endedBy, endedAt, endReason, backupsUntil } = one
  return (
    <li>
      <header>
        <b>{t('list.number', { number: one.number, count: one.documents })}</b>
        <span className={style.state} data-state={state}>
          {t(`list.${state}`)}
        </span>
      </header>
      <p>{one.reason}</p>
      <ul className={style.why}>
        <li>{t('list.by', { by: one.proposedBy, day: day(dayOf(one.proposedAt)) })}</li>
        {one.approvals.map(({ name, organisation = '', approvedOn }) => (
          <li key={name}>{t('list.approved', { name: `${organisation} ${name}`.trim(), day: day(approvedOn) })}</li>
        ))}
        {endedBy && endedAt && (
          <li>
            {t('list.ended', {
              what: t(`list.${state}`),
              by: endedBy,
              day: day(dayOf(endedAt)),
              reason: endReason ?? '',
            })}
          </li>
        )}
        {state === 'carried-out' && (
          <li>{backupsUntil ? t('list.backups', { day: day(backupsUntil) }) : t('list.backupsUnknown')}</li>
        )}
      </ul>
      <div className={style.acts}>
        <PaperButton destructionId={one.destructionId} number={one.number} isDone={state === 'carried-out'} />
        {state === 'proposed' && <DestructionActs one={one} may={may} today={today} />}
      </div>
    </li>
  )
}

interface PaperButtonProps {
  readonly destructionId: string
  readonly number: number
  readonly isDone: boolean
}

/** The list to sign, or afterwards the certificate. */
function PaperButton({ destructionId, number, isDone }: PaperButtonProps) {
  const t = useWords('destruction')
  const make = useMutation({
    mutationFn: () => api.file(`/destructions/${destructionId}/paper.pdf`),
    onSuccess: (paper) => saveFile(paper, t(isDone ? 'paper.certificateName' : 'paper.listName', { number })),
  })
  return (
    <>
      <Button onClick={() => make.mutate()} loading={make.isPending}>
        {t(isDone ? 'paper.certificate' : 'paper.list')}
      </Button>
      <Problem error={make.error} />
    </>
  )
}
