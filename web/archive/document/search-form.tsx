import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ArchiveGround } from '#archive/contract'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import type { Search } from './queries.ts'

interface SearchFormProps {
  readonly kinds: ArchiveGround['kinds']
  readonly toApprove: number
  readonly onSearch: (search: Search) => void
}

const states = ['draft', 'confirmed', 'mine'] as const

/** 探す — by the patient's number alone it is the patient's timeline. */
export function SearchForm({ kinds, toApprove, onSearch }: SearchFormProps) {
  const t = useWords('archive')
  const say = useBilingual()
  const [patient, setPatient] = useState('')
  const [words, setWords] = useState('')
  const [kind, setKind] = useState('')
  const [state, setState] = useState('')
  const submit = () =>
    onSearch({
      patient: patient.trim() || undefined,
      words: words.trim() || undefined,
      kind: kind || undefined,
      state: states.find((one) => one === state),
    })
  return (
    <Form onSubmit={submit} label={t('search.title')}>
      <TextInput
        label={t('fact.patient')}
        description={t('search.patientHelp')}
        autoComplete="off"
        maxLength={64}
        value={patient}
        onChange={(event) => setPatient(event.currentTarget.value)}
      />
      <TextInput
        label={t('search.words')}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect label={t('fact.kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
        <option value="">{t('search.anyKind')}</option>
        {kinds.map((one) => (
          <option key={one.kind} value={one.kind}>
            {say(one)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect label={t('search.state')} value={state} onChange={(event) => setState(event.currentTarget.value)}>
        <option value="">{t('search.anyState')}</option>
        {states.map((one) => (
          <option key={one} value={one}>
            {t(`search.${one}`)}
            {one === 'mine' && ` (${toApprove})`}
          </option>
        ))}
      </NativeSelect>
      <Acts>
        <Button type="submit" variant="filled">
          {t('search.act')}
        </Button>
      </Acts>
    </Form>
  )
}
