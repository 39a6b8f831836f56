import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import { handFile } from './hand-file.ts'

interface Signed {
  readonly status: number
  readonly text: string
}

/** ファイルに連署する — a submission that was carried here; where it is not cosigned, why and from where to begin. */
export function SignFile() {
  const t = useWords('witness')
  const [refused, setRefused] = useState<Signed | undefined>()
  const sign = useChange(
    async (file: File) => api.post<Signed>('/watched-logs/cosignature', { text: await file.text() }),
    ({ status }) => (status === 200 ? t('sign.done') : undefined),
    (answer) => {
      setRefused(answer.status === 200 ? undefined : answer)
      if (answer.status === 200) handFile(answer.text, t('sign.name'))
    },
  )
  return (
    <>
      <FileButton accept=".txt,text/plain" onChange={(file) => file && sign.mutate(file)}>
        {(props) => (
          <Button {...props} loading={sign.isPending}>
            {t('sign.in')}
          </Button>
        )}
      </FileButton>
      {refused && (
        <p role="alert" data-wrong>
          {refused.status === 409
            ? t('sign.conflict', { size: refused.text.trim() })
            : t('sign.refused', { status: refused.status })}
        </p>
      )}
      <Problem error={sign.error} />
    </>
  )
}
