import { Button, FileInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

interface ConfirmFormProps {
  readonly path: string
  /** The law asks for a signature; one within the content counts too. */
  readonly needsSignature: boolean
}

/** 確定する — with a signature file where there is one. */
export function ConfirmForm({ path, needsSignature }: ConfirmFormProps) {
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
        description={t(needsSignature ? 'signature.needed' : 'signature.optional')}
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
