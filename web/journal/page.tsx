import { useWords } from '../app/i18n.ts'
import { PageHead } from '../parts/page.tsx'

export function JournalPage() {
  const t = useWords('journal')
  return <PageHead title={t('title')} />
}
