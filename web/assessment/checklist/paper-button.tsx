import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/i18n.ts'
import { useSession } from '../../app/session.ts'
import { Problem } from '../../parts/problem.tsx'

/** The paper of all sheets, saved as a file: it is made in the language of the page. */
export function PaperButton({ checklist }: { readonly checklist: string }) {
  const t = useWords('assessment')
  const { today } = useSession()
  const make = useMutation({
    mutationFn: () => api.file(`/checklists/${checklist}/paper.pdf`),
    onSuccess: (paper) => hand(paper, t('checklist.file', { day: today })),
  })
  return (
    <>
      <Button onClick={() => make.mutate()} loading={make.isPending}>
        {t('checklist.paper')}
      </Button>
      <Problem error={make.error} />
    </>
  )
}

function hand(paper: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(paper)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
