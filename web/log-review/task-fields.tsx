import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { LogReviewsView } from '#log-review/contract'
import { useWords } from '../app/i18n.ts'
import { DayInput } from '../parts/day.tsx'

interface WantedTask {
  readonly wanted: boolean
  readonly request: { readonly title: string; readonly ownerId?: string; readonly dueOn?: string }
}

export const emptyTask: WantedTask = { wanted: false, request: { title: '' } }

interface TaskFieldsProps {
  readonly value: WantedTask
  readonly onChange: (value: WantedTask) => void
  readonly persons: LogReviewsView['persons']
}

/** 用件にする — what is to be done about what was found, by whom and by when; kept together with the review. */
export function TaskFields({ value, onChange, persons }: TaskFieldsProps) {
  const t = useWords('logReview')
  const { wanted, request } = value
  const change = (more: Partial<WantedTask['request']>) => onChange({ wanted, request: { ...request, ...more } })
  return (
    <>
      <Checkbox
        label={t('task.open')}
        checked={wanted}
        onChange={(event) => onChange({ wanted: event.currentTarget.checked, request })}
      />
      {wanted && (
        <>
          <TextInput
            label={t('task.title')}
            maxLength={200}
            value={request.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('task.owner')}
            value={request.ownerId ?? ''}
            onChange={(event) => change({ ownerId: event.currentTarget.value || undefined })}
          >
            <option value="">{t('task.nobody')}</option>
            {persons.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
          <DayInput label={t('task.due')} value={request.dueOn} onChange={(dueOn) => change({ dueOn })} />
        </>
      )}
    </>
  )
}
