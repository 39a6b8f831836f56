import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { GoButton } from '../parts/go.tsx'
import { PageHead } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import entrance from './entrance.module.css'
import { useWords } from './i18n.ts'

/** The last net: whatever a page throws is told here, with the way out. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const t = useWords('app')
  const router = useRouter()
  const queryClient = useQueryClient()
  const again = async () => {
    await queryClient.resetQueries()
    reset()
    await router.invalidate()
  }
  return (
    <div>
      <PageHead title={t('trouble.title')} />
      <Problem error={error}>
        <Button variant="filled" onClick={again}>
          {t('trouble.again')}
        </Button>
        <GoButton href="/">{t('trouble.home')}</GoButton>
      </Problem>
    </div>
  )
}

export function Missing() {
  const t = useWords('app')
  return (
    <PageHead title={t('missing.title')} lead={t('missing.text')}>
      <GoButton href="/">{t('trouble.home')}</GoButton>
    </PageHead>
  )
}

/** An address that is no page at all: nothing of the shell stands around it. */
export function Lost() {
  return (
    <main id="main" className={entrance.sheet}>
      <Missing />
    </main>
  )
}
