import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '#shared'
import { api } from '../app/api.ts'
import { useLanguage, useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { dayText } from '../parts/day.tsx'
import { Acts, Form } from '../parts/form.tsx'
import { Problem } from '../parts/problem.tsx'
import style from './inspector.module.css'
import type { ShownLink } from './inspectors.tsx'
import { inspectorsQuery } from './queries.ts'

// From the visit itself to the questions that follow it within the month.
const choices = [1, 3, 7, 14, 31] as const

interface InviteFormProps {
  readonly onIssued: (link: ShownLink) => void
  readonly onCancel: () => void
}

/** Who is let in, and until when. */
export function InviteForm({ onIssued, onCancel }: InviteFormProps) {
  const t = useWords('inspector')
  const language = useLanguage()
  const queryClient = useQueryClient()
  const { today } = useSession()
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [days, setDays] = useState<number>(7)
  const invite = useMutation({
    mutationFn: () => api.post<ShownLink>('/inspectors', { name, organisation, days }),
    meta: { saves: true },
    onSuccess: async (link) => {
      await queryClient.invalidateQueries({ queryKey: inspectorsQuery.queryKey })
      onIssued(link)
    },
  })
  const isReady = name.trim() !== '' && organisation.trim() !== ''
  return (
    <div className={style.slip}>
      <Form label={t('make')} onSubmit={() => isReady && invite.mutate()} busy={invite.isPending}>
        <TextInput label={t('name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label={t('organisation')}
          value={organisation}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('days')}
          description={t('days.until', { day: dayText(addDays(today, days - 1), language) })}
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        >
          {choices.map((count) => (
            <option key={count} value={count}>
              {count === 1 ? t('days.one') : t('days.many', { count })}
            </option>
          ))}
        </NativeSelect>
        <Problem error={invite.error} />
        <Acts>
          <Button type="submit" variant="filled" loading={invite.isPending} disabled={!isReady}>
            {t('make.act')}
          </Button>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </Acts>
      </Form>
    </div>
  )
}
