import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { SheetView } from '#supplier/contract'
import { useWords } from '../app/i18n.ts'
import { EraDate } from '../parts/day.tsx'
import { GoButton } from '../parts/go.tsx'
import { PageHead, Section } from '../parts/page.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { EnterAnswers } from './enter-answers.tsx'
import { sheetQuery } from './queries.ts'
import { CloseSheet, RemindForm, SheetFiles } from './sheet-acts.tsx'
import style from './supplier.module.css'

/** 質問票 — one sheet: sent out from here, and its answers entered here. */
export function QuestionSheetPage() {
  const t = useWords('supplier')
  const { sheetId = '' } = useParams({ strict: false })
  const { data: sheet } = useSuspenseQuery(sheetQuery(sheetId))
  const { number, supplierName, asked, answered, state, replacedBy = 0, dueOn, issuedOn } = sheet
  const waits = state === 'open' || state === 'complete'
  return (
    <>
      <PageHead
        windowTitle={t('sheet.title', { number })}
        title={`${supplierName}　${t('sheet.title', { number })}`}
        lead={
          <>
            {t(`state.${state}`, { by: replacedBy })}、{t('answered', { asked, answered })}
          </>
        }
        basis={
          <>
            <Sentence text={t('sent')} parts={{ day: <EraDate day={issuedOn} weekday={false} /> }} />{' '}
            <Sentence text={t('due')} parts={{ day: <EraDate day={dueOn} /> }} />
          </>
        }
      >
        <GoButton href="/suppliers">{t('back')}</GoButton>
      </PageHead>
      <div className={style.row}>
        <SheetFiles sheet={sheet} />
        {waits && sheet.may.ask && (
          <>
            <RemindForm sheet={sheet} />
            <CloseSheet sheetId={sheetId} />
          </>
        )}
      </div>
      {sheet.reminders.length > 0 && <Reminders reminders={sheet.reminders} />}
      <Section title={t('enter')}>
        <div className={style.wide}>
          <EnterAnswers key={sheetId} sheet={sheet} mayEnter={waits && sheet.may.record} />
        </div>
      </Section>
    </>
  )
}

function Reminders({ reminders }: Pick<SheetView, 'reminders'>) {
  const t = useWords('supplier')
  return (
    <Section title={t('reminders')}>
      <ul className={style.reminders}>
        {reminders.map(({ remindedOn, way, by }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reminders are only added, and have no name of their own.
          <li key={`${remindedOn} ${way} ${index}`}>
            <EraDate day={remindedOn} /> {t('reminder.by', { way: t(`way.${way}`), by })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
