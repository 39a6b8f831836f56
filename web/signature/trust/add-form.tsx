import { Button, Checkbox, FileInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { fileForm } from '../../app/file-form.ts'
import { useWords } from '../../app/i18n.ts'
import { Acts, Form } from '../../parts/form.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useChange } from '../../parts/use-change.ts'

/** 証明書と失効リストを登録する — nothing is trusted by it. */
export function AddForm() {
  const t = useWords('trust')
  const [file, setFile] = useState<File | null>(null)
  const [purposes, setPurposes] = useState<readonly string[]>([])
  const has = (purpose: string) => purposes.includes(purpose)
  const add = useChange(
    () =>
      api.post<{ readonly itemIds: readonly string[] }>(
        `/trust?signers=${has('signers')}&hpki=${has('hpki')}&stamps=${has('stamps')}`,
        file && fileForm(file),
      ),
    ({ itemIds }) => t('add.done', { count: itemIds.length }),
    () => setFile(null),
  )
  return (
    <Form onSubmit={() => file && add.mutate()} busy={add.isPending} label={t('add.title')}>
      <FileInput
        label={t('add.file')}
        description={t('add.fileHelp')}
        placeholder={t('add.choose')}
        accept=".pem,.crt,.cer,.der,.crl"
        value={file}
        onChange={setFile}
      />
      <Checkbox.Group
        label={t('add.purposes')}
        description={t('add.purposesHelp')}
        value={[...purposes]}
        onChange={setPurposes}
      >
        <Checkbox value="hpki" label={t('purpose.hpki')} mt={8} />
        <Checkbox value="signers" label={t('purpose.signers')} mt={8} />
        <Checkbox value="stamps" label={t('purpose.stamps')} mt={8} />
      </Checkbox.Group>
      <Problem error={add.error} />
      <Acts>
        <Button type="submit" variant="filled" loading={add.isPending} disabled={!file}>
          {t('add.act')}
        </Button>
      </Acts>
    </Form>
  )
}
