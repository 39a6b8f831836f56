import { useWords } from '../app/i18n.ts'
import { PageHead } from '../parts/page.tsx'

export function RegistryPage() {
  const t = useWords('registry')
  return <PageHead title={t('title')} />
}
