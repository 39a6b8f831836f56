import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { Problem } from '../../parts/problem.tsx'
import { saveFile } from '../../parts/save-file.ts'

/** The register for a spreadsheet, in the language of the page. */
export function ListButton() {
  const t = useWords('cards')
  const make = useMutation({
    mutationFn: () => api.file('/cards/list.csv'),
    onSuccess: (list) => saveFile(list, t('csv.name')),
  })
  return (
    <>
      <Button onClick={() => make.mutate()} loading={make.isPending}>
        {t('csv.act')}
      </Button>
      <Problem error={make.error} />
    </>
  )
}
