import { Button, FileInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

interface ConfirmFormProps {
  readonly path: string
  /** What signature is asked for: of a licensed person, of whoever answers for a scan, or none. One within the content counts too. */
  readonly needs: keyof typeof needsWords
}

const needsWords = {
  licence: 'signature.needed',
  scan: 'signature.neededOfScan',
  none: 'signature.optional',
} as const

/** 確定する — with a signature file where there is one. */
export function ConfirmForm({ path, needs }: ConfirmFormProps) {
  const t = useWords('archive')
  const [file, setFile] = useState<File | null>(null)
  const confirm = useChange(
    () => api.post(`${path}/confirmation`, file ? formOf(file) : undefined),
    t('version.confirmed'),
  )
  return (
    <Form onSubmit={() => confirm.mutate()} busy={confirm.isPending} label={t('version.confirm')}>
      <FileInput
        label={t('signature.attach')}
        description={t(needsWords[needs])}
        placeholder={t('register.choose')}
        accept=".p7s,.p7m,.cms"
        clearable
        value={file}
        onChange={setFile}
      />
      <Problem error={confirm.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={confirm.isPending}>
          {t('version.confirm')}
        </Button>
      </Acts>
    </Form>
  )
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('signature', file)
  return form
}
