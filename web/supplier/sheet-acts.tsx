import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ReminderWay, reminderWays, type SheetView } from '#supplier/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import style from './supplier.module.css'

/** The sheet as it leaves: paper for fax, Excel file, and the letter with what is still open. */
export function SheetFiles({ sheet }: { readonly sheet: SheetView }) {
  const t = useWords('supplier')
  const { sheetId, number, state } = sheet
  const fetchFile = useMutation({
    mutationFn: ({ path, name }: { readonly path: string; readonly name: string }) =>
      api.file(`/question-sheets/${sheetId}/${path}`).then((file) => hand(file, name)),
  })
  const take = (path: string, name: string) => () => fetchFile.mutate({ path, name })
  return (
    <>
      <div className={style.acts}>
        <Button loading={fetchFile.isPending} onClick={take('paper.pdf', t('file.sheet', { number }))}>
          {t('print')}
        </Button>
        <Button loading={fetchFile.isPending} onClick={take('workbook.xlsx', t('file.excel', { number }))}>
          {t('excel')}
        </Button>
        {state === 'open' && (
          <Button
            loading={fetchFile.isPending}
            onClick={take('paper.pdf?letter=reminder', t('file.letter', { number }))}
          >
            {t('letter')}
          </Button>
        )}
      </div>
      <Problem error={fetchFile.error} />
    </>
  )
}

function hand(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** 督促した — the day and the way; that a supplier was reminded is kept with who did it. */
export function RemindForm({ sheet: { sheetId, today, state } }: { readonly sheet: SheetView }) {
  const t = useWords('supplier')
  const [open, setOpen] = useState(false)
  const [remindedOn, setRemindedOn] = useState<string | undefined>(today)
  const [way, setWay] = useState<ReminderWay>('phone')
  const remind = useChange(
    () => api.post(`/question-sheets/${sheetId}/reminders`, { remindedOn, way }),
    t('remind.done'),
    () => setOpen(false),
  )
  if (state !== 'open') return null
  if (!open)
    return (
      <div className={style.acts}>
        <Button onClick={() => setOpen(true)}>{t('remind')}</Button>
      </div>
    )
  return (
    <div className={style.slip}>
      <Form onSubmit={() => remind.mutate()} busy={remind.isPending}>
        <DayInput label={t('remind.on')} value={remindedOn} onChange={setRemindedOn} />
        <NativeSelect
          label={t('remind.way')}
          value={way}
          onChange={(event) => setWay(event.currentTarget.value as ReminderWay)}
          data={reminderWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
        <Problem error={remind.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={remind.isPending} disabled={remindedOn === undefined}>
            {t('remind.act')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}

/** Closing, in two presses: the first tells what it means, for it cannot be taken back. */
export function CloseSheet({ sheetId }: { readonly sheetId: string }) {
  const t = useWords('supplier')
  const [asked, setAsked] = useState(false)
  const close = useChange(() => api.remove(`/question-sheets/${sheetId}`), t('close.done'))
  return (
    <div className={style.acts}>
      {asked ? (
        <>
          <span>{t('close.meaning')}</span>
          <Button loading={close.isPending} onClick={() => close.mutate()}>
            {t('close.now')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('cancel')}</Button>
        </>
      ) : (
        <Button onClick={() => setAsked(true)}>{t('close')}</Button>
      )}
      <Problem error={close.error} />
    </div>
  )
}
