import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import { saveFile } from '../../parts/save-file.ts'

/** The table on A4, in the language of the page. */
export function PaperButton({ today }: { readonly today: string }) {
  const t = useWords('retention')
  const make = useMutation({
    mutationFn: () => api.file('/retention/table.pdf'),
    onSuccess: (paper) => saveFile(paper, t('paper.name', { day: today })),
  })
  return (
    <>
      <Button onClick={() => make.mutate()} loading={make.isPending}>
        {t('paper.act')}
      </Button>
      <Problem error={make.error} />
    </>
  )
}
