import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWords } from '../app/i18n.ts'
import { sessionQuery, statusQuery } from '../app/session.ts'

/** The title of the window: the page first, then us; the sample says so here too. */
export function useWindowTitle(page: string): void {
  const t = useWords('app')
  const client = useQueryClient()
  const session = client.getQueryData(sessionQuery.queryKey)
  const sample = session?.facility.sample ?? client.getQueryData(statusQuery.queryKey)?.sample ?? false
  const title = `${page ? t('title.page', { page }) : t('name')}${sample ? t('title.sample') : ''}`
  useEffect(() => {
    document.title = title
  }, [title])
}
