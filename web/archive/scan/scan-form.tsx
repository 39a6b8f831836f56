import { Button, FileInput, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ScanAnswer, type ScanDesk, scanCases } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { DayInput } from '../../parts/day.tsx'
import { Acts, Form } from '../../parts/form.tsx'
import { useGo } from '../../parts/go.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { documentForm } from '../document/document-form.ts'
import { ArrivedSelect } from './arrived-select.tsx'
import { Findings } from './findings.tsx'
import { KindSelect } from './kind-select.tsx'
import { MomentInput } from './moment-input.tsx'

type ScanCase = (typeof scanCases)[number]

const DISPENSED = 'dispensed-prescription'

/** 読み取る — the file, from which paper it came, and how many pages that had; what stands against it is told before anything is kept. */
export function ScanForm({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  const go = useGo()
  const [file, setFile] = useState<File | null>(null)
  const [arrived, setArrived] = useState('')
  const [scanCase, setCase] = useState<ScanCase>('at-care')
  const [kind, setKind] = useState('')
  const [title, setTitle] = useState('')
  const [patient, setPatient] = useState('')
  const [writtenOn, setWrittenOn] = useState<string | undefined>(desk.today)
  const [declaredPages, setDeclaredPages] = useState<number | undefined>()
  const [paperAt, setPaperAt] = useState<string | undefined>()
  const [dispensedAt, setDispensedAt] = useState<string | undefined>()
  const [planId, setPlanId] = useState('')
  const [keptAt, setKeptAt] = useState('')
  const [remark, setRemark] = useState('')
  const running = desk.plans.filter(({ endedAt, startsOn }) => endedAt === undefined && startsOn <= desk.today)
  const asksDispensed = kind === DISPENSED && scanCase !== 'convenience'
  const facts = {
    ...{ scanCase, kind, title: title.trim(), patient: patient.trim() || undefined, writtenOn, declaredPages },
    ...(scanCase === 'at-care' && { paperAt }),
    ...(asksDispensed && { dispensedAt }),
    ...(scanCase === 'past-paper' && { planId }),
    ...(scanCase === 'convenience' && { keptAt: keptAt.trim() }),
    remark: remark.trim() || undefined,
  }
  const isReady =
    (file !== null || arrived !== '') &&
    Object.entries(facts).every(([name, value]) => optional.has(name) || Boolean(value))
  const take = useChange(
    () =>
      arrived === ''
        ? api.post<ScanAnswer>('/archive/scans', file && documentForm(facts, file))
        : api.post<ScanAnswer>('/archive/scans/arrived', { ...facts, file: arrived }),
    ({ documentId, stays }) => (documentId === undefined ? undefined : t(stays ? 'scan.doneStays' : 'scan.done')),
    ({ documentId }) => documentId !== undefined && go(`/archive/documents/${documentId}`),
  )
  const findings = take.data?.findings ?? []
  // What was found was found in another file, or by another form.
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      if (take.data) take.reset()
    }
  return (
    <Form onSubmit={() => isReady && take.mutate()} busy={take.isPending} label={t('scan.title')}>
      <NativeSelect
        label={t('fact.case')}
        description={t(`case.${scanCase}.help`)}
        value={scanCase}
        onChange={(event) => anew(setCase)(scanCases.find((one) => one === event.currentTarget.value) ?? 'at-care')}
      >
        {scanCases.map((one) => (
          <option key={one} value={one}>
            {t(`case.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {scanCase === 'past-paper' && (
        <NativeSelect
          label={t('fact.plan')}
          description={running.length === 0 ? t('plan.noneRuns') : undefined}
          value={planId}
          onChange={(event) => setPlanId(event.currentTarget.value)}
        >
          <option value="">{t('choose')}</option>
          {running.map((one) => (
            <option key={one.planId} value={one.planId}>
              {one.title}
            </option>
          ))}
        </NativeSelect>
      )}
      <KindSelect
        kinds={desk.kinds}
        value={kind}
        onChange={anew(setKind)}
        description={kind !== '' && !desk.profiles.some((one) => one.kind === kind) ? t('profile.lacks') : undefined}
      />
      {desk.intake && <ArrivedSelect intake={desk.intake} value={arrived} onChange={anew(setArrived)} />}
      {arrived === '' && (
        <FileInput
          label={t('fact.file')}
          description={t('scan.fileHelp')}
          placeholder={t('scan.choose')}
          accept=".pdf,.tif,.tiff,.jpg,.jpeg,.png"
          value={file}
          onChange={anew(setFile)}
        />
      )}
      <NumberInput
        label={t('fact.pages')}
        description={t('fact.pagesHelp')}
        min={1}
        max={500}
        allowDecimal={false}
        value={declaredPages ?? ''}
        onChange={(value) => anew(setDeclaredPages)(typeof value === 'number' ? value : undefined)}
      />
      <TextInput
        label={t('fact.title')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('fact.patient')}
        description={scanCase === 'past-paper' ? t('fact.patientNeeded') : t('fact.patientHelp')}
        autoComplete="off"
        maxLength={64}
        value={patient}
        onChange={(event) => setPatient(event.currentTarget.value)}
      />
      <DayInput label={t('fact.writtenOn')} value={writtenOn} onChange={setWrittenOn} />
      {scanCase === 'at-care' && (
        <MomentInput label={t('fact.paperAt')} today={desk.today} onChange={anew(setPaperAt)} />
      )}
      {asksDispensed && (
        <MomentInput label={t('fact.dispensedAt')} today={desk.today} onChange={anew(setDispensedAt)} />
      )}
      {scanCase === 'convenience' && (
        <TextInput
          label={t('fact.keptAt')}
          description={t('fact.keptAtHelp')}
          maxLength={200}
          value={keptAt}
          onChange={(event) => setKeptAt(event.currentTarget.value)}
        />
      )}
      <Findings findings={findings} />
      {findings.length > 0 && findings.every(({ weight }) => weight === 'asks') && (
        <Textarea
          label={t('fact.remark')}
          description={t('fact.remarkHelp')}
          maxLength={1000}
          autosize
          minRows={2}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
      )}
      <Problem error={take.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={take.isPending} disabled={!isReady}>
          {t('scan.act')}
        </Button>
      </Acts>
    </Form>
  )
}

/** Old papers need a patient; the server says so. */
const optional = new Set(['patient', 'remark'])
