import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { TaskPageView } from '#assessment/contract'
import type { Day } from '#shared'
import { isProblem } from '../../app/api.ts'
import { useLanguage, useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { tell } from '../../parts/undo.tsx'
import { bodyOf, type Draft, draftOf, isUnclear } from './draft.ts'
import style from './plan.module.css'
import { useTaskChange } from './use-task-change.ts'
import { parseYen, yenText } from './yen.ts'

interface TaskFormProps {
  readonly view: TaskPageView
  readonly onDone: () => void
}

/** 内容を変える — everything in one form; what was typed stays until it is saved. */
export function TaskForm({ view, onDone }: TaskFormProps) {
  const t = useWords('plan')
  const language = useLanguage()
  const { task, choices } = view
  const [draft, setDraft] = useState<Draft>(() => draftOf(task, (yen) => yenText(yen, language)))
  const write = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const change = useTaskChange(task.taskId)
  const save = () =>
    !isUnclear(draft) &&
    change.mutate(
      { at: '', body: { ...bodyOf(draft), version: task.version } },
      {
        onSuccess: () => {
          tell(t('saved'))
          onDone()
        },
      },
    )
  return (
    <Form label={t('edit')} onSubmit={save} busy={change.isPending}>
      <TextInput
        label={t('new.title')}
        value={draft.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
      />
      <div className={style.pair}>
        <NativeSelect
          label={t('column.owner')}
          data={[{ value: '', label: t('nobody') }, ...choices.persons.map(optionOf)]}
          value={choices.persons.some(({ id }) => id === draft.ownerId) ? draft.ownerId : ''}
          onChange={(event) => write({ ownerId: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('column.supplier')}
          data={[{ value: '', label: t('supplier.none') }, ...choices.suppliers.map(optionOf)]}
          value={draft.supplierId}
          onChange={(event) => write({ supplierId: event.currentTarget.value })}
        />
      </div>
      <div className={style.pair}>
        <DayInput label={t('column.due')} value={draft.dueOn} onChange={(dueOn: Day | undefined) => write({ dueOn })} />
        <YenInput
          label={t('column.cost')}
          example={t('cost.forms')}
          value={draft.cost}
          onChange={(cost) => write({ cost })}
        />
      </div>
      <Textarea
        label={t('background')}
        description={t('background.what')}
        minRows={2}
        autosize
        value={draft.background}
        onChange={(event) => write({ background: event.currentTarget.value })}
      />
      <Textarea
        label={t('ifNotDone')}
        minRows={2}
        autosize
        value={draft.ifNotDone}
        onChange={(event) => write({ ifNotDone: event.currentTarget.value })}
      />
      <fieldset className={style.others}>
        <legend>{t('alternatives')}</legend>
        {draft.alternatives.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: three places that never change their order
          <div className={style.pair} key={index}>
            <TextInput
              label={t('alternative', { number: index + 1 })}
              value={one.name}
              onChange={(event) => write({ alternatives: replaced(draft, index, { name: event.currentTarget.value }) })}
            />
            <YenInput
              label={t('alternative.cost', { number: index + 1 })}
              value={one.cost}
              onChange={(cost) => write({ alternatives: replaced(draft, index, { cost }) })}
            />
          </div>
        ))}
      </fieldset>
      {task.standing === 'approved' && <p>{t('edit.anew')}</p>}
      <Problem error={change.error}>
        {isProblem(change.error, 'conflict') && <Button onClick={() => window.location.reload()}>{t('again')}</Button>}
      </Problem>
      <Acts>
        <Button type="submit" variant="filled" loading={change.isPending} disabled={isUnclear(draft)}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('close')}</Button>
      </Acts>
    </Form>
  )
}

const optionOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name })

function replaced({ alternatives }: Draft, index: number, next: Partial<Draft['alternatives'][number]>) {
  return alternatives.map((one, place) => (place === index ? { ...one, ...next } : one))
}

interface YenInputProps {
  readonly label: string
  readonly value: string
  /** What is said of the forms that are understood, where nothing stands yet. */
  readonly example?: string
  readonly onChange: (text: string) => void
}

/** A box for money that takes what people write, and says what it understood. */
function YenInput({ label, value, example, onChange }: YenInputProps) {
  const t = useWords('plan')
  const language = useLanguage()
  const yen = parseYen(value)
  return (
    <TextInput
      label={label}
      value={value}
      autoComplete="off"
      description={yen === undefined ? example : yenText(yen, language)}
      error={value.trim() !== '' && yen === undefined ? t('cost.unclear') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
