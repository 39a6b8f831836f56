import { Button, FileInput, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ArchiveGround } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useBilingual, useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { GoButton, useGo } from '../../parts/go.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { documentForm } from './document-form.ts'
import { ForWhom } from './for-whom.tsx'

const standings = ['original', 'copy', 'emergency'] as const

/** 文書を登録する — a draft, until somebody with the licence confirms it. */
export function RegisterForm({ ground: { kinds, colleagues, today } }: { readonly ground: ArchiveGround }) {
  const t = useWords('archive')
  const say = useBilingual()
  const go = useGo()
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState('')
  const [standing, setStanding] = useState<string>('original')
  const [title, setTitle] = useState('')
  const [patient, setPatient] = useState('')
  const [writtenOn, setWrittenOn] = useState<string | undefined>(today)
  const [enteredFor, setEnteredFor] = useState('')
  const isReady = file !== null && kind !== '' && title.trim() !== '' && writtenOn !== undefined
  const facts = {
    ...{ kind, standing, title: title.trim(), writtenOn },
    ...{ patient: patient.trim() || undefined, enteredFor: enteredFor || undefined },
  }
  const register = useChange(
    () => api.post<{ readonly documentId: string }>('/archive/documents', file && documentForm(facts, file)),
    () => t('register.done'),
    ({ documentId }) => go(`/archive/documents/${documentId}`),
  )
  return (
    <Form onSubmit={() => isReady && register.mutate()} busy={register.isPending} label={t('register.title')}>
      <FileInput
        label={t('fact.file')}
        description={t('register.fileHelp')}
        placeholder={t('register.choose')}
        value={file}
        onChange={setFile}
      />
      <NativeSelect label={t('fact.kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
        <option value="">{t('register.chooseKind')}</option>
        {kinds.map((one) => (
          <option key={one.kind} value={one.kind}>
            {say(one)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t('fact.standing')}
        description={t('register.standingHelp')}
        value={standing}
        onChange={(event) => setStanding(event.currentTarget.value)}
      >
        {standings.map((one) => (
          <option key={one} value={one}>
            {t(`standing.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label={t('fact.title')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('fact.patient')}
        description={t('register.patientHelp')}
        autoComplete="off"
        maxLength={64}
        value={patient}
        onChange={(event) => setPatient(event.currentTarget.value)}
      />
      <DayInput label={t('fact.writtenOn')} value={writtenOn} onChange={setWrittenOn} />
      <ForWhom colleagues={colleagues} value={enteredFor} onChange={setEnteredFor} />
      <Problem error={register.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={register.isPending} disabled={!isReady}>
          {t('register.act')}
        </Button>
        <GoButton href="/archive/documents">{t('register.back')}</GoButton>
      </Acts>
    </Form>
  )
}
