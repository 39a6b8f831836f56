import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { planTopics } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 実施計画を書く — what a plan for old papers says of each of its topics. */
export function PlanForm({ today }: { readonly today: string }) {
  const t = useWords('scan')
  const [title, setTitle] = useState('')
  const [topics, setTopics] = useState<Readonly<Record<string, string>>>({})
  const [noticedOn, setNoticedOn] = useState<string | undefined>(today)
  const [startsOn, setStartsOn] = useState<string | undefined>()
  const [entrustedTo, setEntrustedTo] = useState('')
  const isReady =
    title.trim() !== '' &&
    planTopics.every((topic) => (topics[topic] ?? '').trim() !== '') &&
    noticedOn !== undefined &&
    startsOn !== undefined
  const plan = useChange(
    () => {
      const said = { title: title.trim(), topics, noticedOn, startsOn, entrustedTo: entrustedTo.trim() || undefined }
      return api.post('/archive/past-paper-plans', said)
    },
    () => t('plan.done'),
  )
  return (
    <Form onSubmit={() => isReady && plan.mutate()} busy={plan.isPending} label={t('plan.open')}>
      <TextInput
        label={t('plan.title')}
        description={t('plan.titleHelp')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {planTopics.map((topic) => (
        <Textarea
          key={topic}
          label={t(`topic.${topic}`)}
          description={t(`topic.${topic}.help`)}
          maxLength={1000}
          autosize
          minRows={2}
          value={topics[topic] ?? ''}
          onChange={(event) => setTopics({ ...topics, [topic]: event.currentTarget.value })}
        />
      ))}
      <DayInput label={t('plan.noticedOn')} value={noticedOn} onChange={setNoticedOn} />
      <DayInput label={t('plan.startsOn')} value={startsOn} onChange={setStartsOn} />
      <TextInput
        label={t('plan.entrustedTo')}
        description={t('plan.entrustedToHelp')}
        maxLength={200}
        value={entrustedTo}
        onChange={(event) => setEntrustedTo(event.currentTarget.value)}
      />
      <Problem error={plan.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={plan.isPending} disabled={!isReady}>
          {t('plan.act')}
        </Button>
      </Acts>
    </Form>
  )
}
