import { Button, FileInput, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type ScanAnswer, type ScanDesk, scanCases } from '#archive/contract'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { useGo } from '../../parts/go.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'
import { documentForm } from '../document/document-form.ts'
import { ArrivedSelect } from './arrived-select.tsx'
import { CaseFields } from './case-fields.tsx'
import { Findings } from './findings.tsx'
import { KindSelect } from './kind-select.tsx'
import { PaperFields } from './paper-fields.tsx'
import { emptyDraft, factsOf, isComplete, type ScanDraft } from './scan-draft.ts'

/** 読み取る — the file, from which paper it came, and how many pages that had; what stands against it is told before anything is kept. */
export function ScanForm({ desk }: { readonly desk: ScanDesk }) {
  const t = useWords('scan')
  const go = useGo()
  const [draft, setDraft] = useState(() => emptyDraft(desk.today))
  const { file, arrived, scanCase, kind } = draft
  const take = useChange(
    () => send(draft),
    ({ documentId, stays }) => (documentId === undefined ? undefined : t(stays ? 'scan.doneStays' : 'scan.done')),
    ({ documentId }) => documentId !== undefined && go(`/archive/documents/${documentId}`),
  )
  const findings = take.data?.findings ?? []
  const change = (changed: Partial<ScanDraft>) => {
    setDraft((before) => ({ ...before, ...changed }))
    // What was found was found in another file, or by another form.
    if (take.data && !('remark' in changed)) take.reset()
  }
  const isReady = isComplete(draft)
  return (
    <Form onSubmit={() => isReady && take.mutate()} busy={take.isPending} label={t('scan.title')}>
      <NativeSelect
        label={t('fact.case')}
        description={t(`case.${scanCase}.help`)}
        value={scanCase}
        onChange={(event) => {
          const chosen = scanCases.find((one) => one === event.currentTarget.value) ?? 'at-care'
          change({ scanCase: chosen, paperAt: undefined, dispensedAt: undefined })
        }}
      >
        {scanCases.map((one) => (
          <option key={one} value={one}>
            {t(`case.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <KindSelect
        kinds={desk.kinds}
        value={kind}
        onChange={(chosen) => change({ kind: chosen, dispensedAt: undefined })}
        description={kind !== '' && !desk.profiles.some((one) => one.kind === kind) ? t('profile.lacks') : undefined}
      />
      {desk.intake && (
        <ArrivedSelect intake={desk.intake} value={arrived} onChange={(name) => change({ arrived: name })} />
      )}
      {arrived === '' && (
        <FileInput
          label={t('fact.file')}
          description={t('scan.fileHelp')}
          placeholder={t('scan.choose')}
          accept=".pdf,.tif,.tiff,.jpg,.jpeg,.png"
          value={file}
          onChange={(chosen) => change({ file: chosen })}
        />
      )}
      <PaperFields draft={draft} onChange={change} />
      <CaseFields key={scanCase} desk={desk} draft={draft} onChange={change} />
      <Findings findings={findings} />
      {findings.length > 0 && findings.every(({ weight }) => weight === 'asks') && (
        <Textarea
          label={t('fact.remark')}
          description={t('fact.remarkHelp')}
          maxLength={1000}
          autosize
          minRows={2}
          value={draft.remark}
          onChange={(event) => change({ remark: event.currentTarget.value })}
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

function send(draft: ScanDraft): Promise<ScanAnswer> {
  const { file, arrived } = draft
  if (arrived !== '') return api.post('/archive/scans/arrived', { ...factsOf(draft), file: arrived })
  return api.post('/archive/scans', file && documentForm(factsOf(draft), file))
}
