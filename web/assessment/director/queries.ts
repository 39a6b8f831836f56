import { queryOptions } from '@tanstack/react-query'
import type { DirectorPageView } from '#assessment/contract'
import { api, apiUrl } from '../../app/api.ts'
import type { Language } from '../../app/i18n.ts'

// Any room may have something new to say: what is known is shown at once and asked for again.
export const directorQuery = (language: Language) =>
  queryOptions({
    queryKey: ['director', language],
    queryFn: () => api.get<DirectorPageView>('/director-page'),
    staleTime: 0,
  })

export const directorPaper = (language: Language) => apiUrl(`/director-page.pdf?language=${language}`)
export const chargesPaper = (whose: 'mine' | 'all', language: Language) =>
  apiUrl(`/charges.pdf?whose=${whose}&language=${language}`)
