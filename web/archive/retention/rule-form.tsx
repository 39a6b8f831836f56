import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { countedFrom, type RetentionTable, type RuleRequest, sayStart } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useBilingual, useLanguage, useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 定める・訂正する — about what, how many years from when, and where that stands. */
export function RuleForm({ view: { kinds, laws, today } }: { readonly view: RetentionTable }) {
  const t = useWords('retention')
  const say = useBilingual()
  const language = useLanguage()
  const [about, setAbout] = useState('')
  const [years, setYears] = useState<number | undefined>()
  const [startsWith, setStartsWith] = useState<RuleRequest['startsWith'] | ''>('')
  const [source, setSource] = useState('')
  const [checkedOn, setCheckedOn] = useState<string | undefined>(today)
  const [kind = '', target = ''] = about.split(':')
  const record = useChange(
    () => api.post('/retention/rules', { about: kind, target, years, startsWith, source, checkedOn }),
    () => t('rule.done'),
    () => {
      setAbout('')
      setYears(undefined)
      setStartsWith('')
      setSource('')
    },
  )
  const starts = countedFrom.filter((one) => kind !== 'law' || one !== 'stored')
  const isReady =
    about !== '' && years !== undefined && startsWith !== '' && source.trim() !== '' && checkedOn !== undefined
  return (
    <Form onSubmit={() => isReady && record.mutate()} busy={record.isPending} label={t('rule.title')}>
      <NativeSelect
        label={t('rule.about')}
        description={t('rule.aboutHelp')}
        value={about}
        onChange={(event) => {
          setAbout(event.currentTarget.value)
          setStartsWith('')
        }}
      >
        <option value="">{t('rule.choose')}</option>
        <optgroup label={t('rule.kinds')}>
          {kinds.map((one) => (
            <option key={one.kind} value={`kind:${one.kind}`}>
              {say(one)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('rule.copies')}>
          <option value="standing:copy">{t('standing.copy')}</option>
          <option value="standing:emergency">{t('standing.emergency')}</option>
        </optgroup>
        <optgroup label={t('rule.laws')}>
          {laws.map((one) => (
            <option key={one.law} value={`law:${one.law}`}>
              {say(one)}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
      <NumberInput
        label={t('rule.years')}
        min={1}
        max={100}
        allowDecimal={false}
        value={years ?? ''}
        onChange={(value) => setYears(typeof value === 'number' ? value : undefined)}
      />
      <NativeSelect
        label={t('rule.startsWith')}
        value={startsWith}
        onChange={(event) => setStartsWith(starts.find((one) => one === event.currentTarget.value) ?? '')}
      >
        <option value="">{t('rule.choose')}</option>
        {starts.map((one) => (
          <option key={one} value={one}>
            {sayStart(one, language)}
          </option>
        ))}
      </NativeSelect>
      <Textarea
        label={t('rule.source')}
        description={t('rule.sourceHelp')}
        maxLength={500}
        autosize
        minRows={2}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <DayInput label={t('rule.checkedOn')} value={checkedOn} onChange={setCheckedOn} />
      <Problem error={record.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={!isReady}>
          {t('rule.act')}
        </Button>
      </Acts>
    </Form>
  )
}
