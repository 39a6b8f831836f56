import { useWords } from '../app/i18n.ts'
import { PageHead } from '../parts/page.tsx'

export function ReportPage() {
  const t = useWords('assessment')
  return <PageHead title={t('title')} />
}
