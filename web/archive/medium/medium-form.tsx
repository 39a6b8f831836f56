import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { mediumSorts } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 記録媒体を登録する. */
export function MediumForm({ today }: { readonly today: string }) {
  const t = useWords('medium')
  const [label, setLabel] = useState('')
  const [sort, setSort] = useState<string>(mediumSorts[0])
  const [holds, setHolds] = useState('')
  const [place, setPlace] = useState('')
  const [usedFrom, setUsedFrom] = useState<string | undefined>(today)
  const [endsOn, setEndsOn] = useState<string | undefined>()
  const register = useChange(
    () =>
      api.post('/archive/media', {
        label: label.trim(),
        sort,
        holds: holds.trim(),
        place: place.trim(),
        usedFrom,
        endsOn,
      }),
    () => t('register.done'),
    () => {
      setLabel('')
      setHolds('')
    },
  )
  const isReady = ![label, holds, place].some((one) => one.trim() === '') && usedFrom !== undefined
  return (
    <Form onSubmit={() => isReady && register.mutate()} busy={register.isPending} label={t('register.open')}>
      <TextInput
        label={t('fact.label')}
        description={t('fact.labelHelp')}
        maxLength={200}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <NativeSelect label={t('fact.sort')} value={sort} onChange={(event) => setSort(event.currentTarget.value)}>
        {mediumSorts.map((one) => (
          <option key={one} value={one}>
            {t(`sort.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <Textarea
        label={t('fact.holds')}
        description={t('fact.holdsHelp')}
        maxLength={1000}
        autosize
        minRows={2}
        value={holds}
        onChange={(event) => setHolds(event.currentTarget.value)}
      />
      <TextInput
        label={t('fact.place')}
        maxLength={200}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <DayInput label={t('fact.usedFrom')} value={usedFrom} onChange={setUsedFrom} />
      <DayInput label={t('fact.endsOn')} description={t('fact.endsOnHelp')} value={endsOn} onChange={setEndsOn} />
      <Problem error={register.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={register.isPending} disabled={!isReady}>
          {t('register.act')}
        </Button>
      </Acts>
    </Form>
  )
}
