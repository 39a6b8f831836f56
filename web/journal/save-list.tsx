import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AccessListFormat, accessListLimits } from '#log-review/contract'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { Problem } from '../parts/problem.tsx'
import { saveFile } from '../parts/save-file.ts'
import type { Filter } from './filter.ts'
import style from './journal.module.css'

/** アクセス一覧 — everything that fits the filter as a file, not only what is on the page; the limit is said before. */
export function SaveList({ filter }: { readonly filter: Filter }) {
  const t = useWords('journal')
  const { today } = useSession()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: async (format: AccessListFormat) =>
      saveFile(
        await api.file(`/journal/list.${format}?${new URLSearchParams(filter)}`),
        t(`list.${format}Name`, { day: today }),
      ),
    // That it was made is an entry of its own.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['journal'] }),
  })
  const limits = {
    csv: accessListLimits.csv.toLocaleString('en-US'),
    pdf: accessListLimits.pdf.toLocaleString('en-US'),
  }
  return (
    <details className={style.save}>
      <summary>{t('list.title')}</summary>
      <p>{t('list.note', limits)}</p>
      <div>
        <Button loading={save.isPending && save.variables === 'csv'} onClick={() => save.mutate('csv')}>
          {t('list.csv')}
        </Button>
        <Button loading={save.isPending && save.variables === 'pdf'} onClick={() => save.mutate('pdf')}>
          {t('list.pdf')}
        </Button>
      </div>
      <Problem error={save.error} />
    </details>
  )
}
