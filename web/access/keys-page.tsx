import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Acts } from '../parts/form.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'

/** 鍵 — a new key with a new recovery sheet, when the old sheet was lost or seen by somebody. */
export function KeysPage() {
  const t = useWords('access')
  const [understood, setUnderstood] = useState(false)
  const rotate = useMutation({ mutationFn: () => api.post<{ recoveryCode: string }>('/keys/rotation') })
  return (
    <>
      <PageHead title={t('keys.title')} lead={t('keys.lead')} />
      {rotate.data ? (
        <RecoverySheet code={rotate.data.recoveryCode} />
      ) : (
        <>
          <Checkbox
            label={t('keys.understood')}
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
          <Problem error={rotate.error} />
          <Acts>
            <Button variant="filled" disabled={!understood} loading={rotate.isPending} onClick={() => rotate.mutate()}>
              {t('keys.act')}
            </Button>
          </Acts>
        </>
      )}
    </>
  )
}
