import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../app/api.ts'
import { useWords } from '../app/i18n.ts'
import { useSession } from '../app/session.ts'
import { Problem } from '../parts/problem.tsx'
import { saveFile } from '../parts/save-file.ts'

/** The list of reviews on A4, in the language of the page. */
export function PaperButton() {
  const t = useWords('logReview')
  const { today } = useSession()
  const make = useMutation({
    mutationFn: () => api.file('/log-reviews/paper.pdf'),
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
