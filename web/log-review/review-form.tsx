import { Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  type DueView,
  type LogReviewsView,
  type LogReviewView,
  type RecordReviewRequest,
  resultWords,
} from '#log-review/contract'
import { api } from '../app/api.ts'
import { useBilingual, useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'
import { Acts, Form } from '../parts/form.tsx'
import { GoButton, useGo } from '../parts/go.tsx'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import { nextPeriod, type Period, periodOf } from './period.ts'
import { PeriodBoxes } from './period-boxes.tsx'
import { emptyTask, TaskFields } from './task-fields.tsx'

interface ReviewFormProps {
  readonly view: LogReviewsView
  readonly due: DueView
  readonly mistaken: LogReviewView | undefined
  /** Of our own journal the period was chosen above; of another log it is asked here. */
  readonly period?: Period
}

const resultsAsked = ['nothing-unusual', 'findings', 'withdrawn'] as const

/** ログの確認を記録する — who looked, when, and what came out; a correction may also take the other back. */
export function ReviewForm({ view, due, mistaken, period }: ReviewFormProps) {
  const t = useWords('logReview')
  const say = useBilingual()
  const go = useGo()
  const [own, setOwn] = useState<Period>(mistaken ? periodOf(mistaken) : nextPeriod(due, view.today))
  const [reviewedOn, setReviewedOn] = useState<string | undefined>(mistaken?.reviewedOn ?? view.today)
  const [reviewerId, setReviewerId] = useState(mistaken?.reviewer.personId ?? '')
  const [systemIds, setSystemIds] = useState(
    mistaken?.systems.map(({ id }) => id).filter((id) => view.due.some(({ systemId }) => systemId === id)) ??
      (due.systemId ? [due.systemId] : []),
  )
  const [lookedAt, setLookedAt] = useState(mistaken?.lookedAt ?? '')
  const [result, setResult] = useState<RecordReviewRequest['result'] | ''>('')
  const [remarks, setRemarks] = useState('')
  const [task, setTask] = useState(emptyTask)
  const isOther = due.target === 'system'
  // A withdrawal is of the logs and days of the other review.
  const isSaidAnew = result !== 'withdrawn'
  const record = useChange(
    () =>
      api.post('/log-reviews', {
        ...{ target: due.target, systemIds, ...(period ?? own), reviewedOn, lookedAt, result, remarks },
        ...{ reviewerId: reviewerId || undefined, corrects: mistaken?.reviewId },
        ...(result === 'findings' && task.wanted && { task: { ...task.request, title: task.request.title.trim() } }),
      }),
    () => t('form.done'),
    () => go('/log-review'),
  )
  const systems = view.due.flatMap(({ systemId, name }) => (systemId ? [{ id: systemId, name }] : []))
  const isSaid = result === 'nothing-unusual' || (result !== '' && remarks.trim() !== '')
  const isTask = !(result === 'findings' && task.wanted) || task.request.title.trim() !== ''
  const isReady =
    reviewedOn !== undefined && isSaid && isTask && (!isOther || (systemIds.length > 0 && lookedAt.trim() !== ''))
  return (
    <Form onSubmit={() => isReady && record.mutate()} busy={record.isPending} label={t('form.title')}>
      {!period && isSaidAnew && <PeriodBoxes period={own} onChange={setOwn} />}
      {systems.length > 0 && isSaidAnew && (
        <Checkbox.Group
          label={t(isOther ? 'form.systems' : 'form.asSystem')}
          description={t(isOther ? 'form.systemsHelp' : 'form.asSystemHelp')}
          value={systemIds}
          onChange={setSystemIds}
        >
          {systems.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} mt={8} />
          ))}
        </Checkbox.Group>
      )}
      {isOther && isSaidAnew && (
        <Textarea
          label={t('form.lookedAt')}
          description={t('form.lookedAtHelp')}
          maxLength={500}
          autosize
          minRows={2}
          value={lookedAt}
          onChange={(event) => setLookedAt(event.currentTarget.value)}
        />
      )}
      {isSaidAnew && <DayInput label={t('form.reviewedOn')} value={reviewedOn} onChange={setReviewedOn} />}
      <NativeSelect
        label={t('form.reviewer')}
        value={reviewerId}
        onChange={(event) => setReviewerId(event.currentTarget.value)}
      >
        <option value="">{t('form.myself')}</option>
        {view.persons.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <Radio.Group
        label={t('form.result')}
        value={result}
        onChange={(value) => setResult(resultsAsked.find((one) => one === value) ?? '')}
      >
        {resultsAsked
          .filter((one) => mistaken || one !== 'withdrawn')
          .map((one) => (
            <Radio key={one} value={one} label={say(resultWords[one])} mt={8} />
          ))}
      </Radio.Group>
      <Textarea
        label={t(result === 'findings' || result === 'withdrawn' ? 'form.remarksNeeded' : 'form.remarks')}
        description={t('form.remarksHelp')}
        maxLength={2000}
        autosize
        minRows={2}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
      {result === 'findings' && view.may.openTask && (
        <TaskFields value={task} onChange={setTask} persons={view.persons} />
      )}
      <Problem error={record.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={!isReady}>
          {t('form.act')}
        </Button>
        <GoButton href="/log-review">{t('cancel')}</GoButton>
      </Acts>
    </Form>
  )
}
