import { NativeSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { ChecklistPageView } from '#assessment/contract'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useMay } from '../app/session.ts'
import { GoButton, useGo } from '../parts/go.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page.tsx'
import style from './checklist/checklist.module.css'
import { PaperButton } from './checklist/paper-button.tsx'
import { checklistQuery, type Sheet } from './checklist/queries.ts'
import { Rows } from './checklist/rows.tsx'

/** チェックリスト — the yearly form of the inspection: what is proposed, and what people answer. */
export function ChecklistPage() {
  const t = useWords('assessment')
  return (
    <Suspense fallback={<Loading doing={t('judging')} />}>
      <Form />
    </Suspense>
  )
}

function Form() {
  const t = useWords('assessment')
  const { data: view } = useSuspenseQuery(checklistQuery(useLanguage()))
  const mayPrint = useMay('report.read')
  const { sheet: wanted, round: wantedRound } = useSearch({ strict: false })
  const sheet = view.sheets.find(({ supplierId }) => supplierId === wanted) ?? view.sheets[0]
  const round = Math.min(Math.max(Number(wantedRound) || 1, 1), view.rounds)
  if (!sheet) return null
  const rows = sheet.groups
    .flatMap((group) => group.rows)
    .filter(({ proposal }) => proposal.reason !== 'no-longer-asked')
  const answered = rows.filter(({ answers }) => answers.some((answer) => answer.round === round))
  return (
    <>
      <PageHead
        title={t('checklist')}
        windowTitle={t('checklist')}
        lead={t('checklist.lead', { all: rows.length, answered: answered.length })}
        basis={
          <>
            {view.title}
            <br />
            {view.notices.join(' ')}
          </>
        }
      >
        {mayPrint && <PaperButton checklist={view.checklist} />}
        <GoButton href="/assessment">{t('report.back')}</GoButton>
      </PageHead>
      <Choice {...{ view, sheet, round }} />
      {sheet.things.length > 0 && (
        <p className={style.things}>
          {t('checklist.things', { things: sheet.things.join(view.language === 'ja' ? '、' : ', ') })}
        </p>
      )}
      <fieldset className={style.form} disabled={!view.may.answer} aria-label={t('checklist')}>
        <Rows checklist={view.checklist} sheet={sheet} round={round} />
      </fieldset>
    </>
  )
}

interface ChoiceProps {
  readonly view: ChecklistPageView
  readonly sheet: Sheet
  readonly round: number
}

/** Whose sheet and which round; both stand in the address. */
function Choice({ view, sheet, round }: ChoiceProps) {
  const t = useWords('assessment')
  const go = useGo()
  const address = (supplierId: string | undefined, on: number) => {
    const search = new URLSearchParams({ ...(supplierId ? { sheet: supplierId } : {}), round: String(on) })
    return `/assessment/checklist?${search}`
  }
  return (
    <div className={style.choice}>
      <NativeSelect
        label={t('checklist.sheet')}
        value={sheet.supplierId ?? ''}
        onChange={(event) => go(address(event.currentTarget.value || undefined, round))}
      >
        {view.sheets.map(({ supplierId = '', supplierName, title }) => (
          <option key={supplierId} value={supplierId}>
            {supplierName ? `${title} ${supplierName}` : title}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t('checklist.which')}
        value={String(round)}
        onChange={(event) => go(address(sheet.supplierId, Number(event.currentTarget.value)))}
      >
        {Array.from({ length: view.rounds }, (_, index) => index + 1).map((each) => (
          <option key={each} value={each}>
            {t('checklist.round', { round: each })}
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}
