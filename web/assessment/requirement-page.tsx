import { useWords } from '../app/i18n.ts'
import { PageHead } from '../parts/page.tsx'

export function RequirementPage() {
  const t = useWords('assessment')
  return <PageHead title={t('title')} />
}
