import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { WitnessView } from '#federation/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { Problem } from '../parts/problem.tsx'
import { useChange } from '../parts/use-change.ts'
import { handFile } from './hand-file.ts'
import style from './witness.module.css'

/** ファイルで — out to each witness, and back with its cosignature. */
export function ByFile({ witnesses }: { readonly witnesses: readonly WitnessView[] }) {
  const t = useWords('witness')
  const out = useMutation({
    mutationFn: async (witnessId: string) => (await api.file(`/witnesses/submission?witnessId=${witnessId}`)).text(),
    onSuccess: (text) => handFile(text, t('file.name')),
  })
  const back = useChange(
    async (file: File) =>
      api.post<{ readonly by: readonly string[] }>('/witnesses/cosigned', { text: await file.text() }),
    ({ by }) => t('file.taken', { by: by.join('、') }),
  )
  return (
    <details className={style.file}>
      <summary>{t('file.title')}</summary>
      <p>{t('file.outHelp')}</p>
      <div className={style.acts}>
        {witnesses.map(({ witnessId, label }) => (
          <Button key={witnessId} loading={out.isPending} onClick={() => out.mutate(witnessId)}>
            {t('file.out')}
            {witnesses.length > 1 && `（${label}）`}
          </Button>
        ))}
        <FileButton accept=".txt,text/plain" onChange={(file) => file && back.mutate(file)}>
          {(props) => (
            <Button {...props} loading={back.isPending}>
              {t('file.in')}
            </Button>
          )}
        </FileButton>
      </div>
      <Problem error={out.error ?? back.error} />
    </details>
  )
}
