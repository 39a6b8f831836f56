import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Action, MeView } from '#access/contract'
import { api, isProblem } from './api.ts'

/** What anybody may know before signing in. */
export interface Status {
  readonly needsSetup: boolean
  readonly sample: boolean
  readonly facilityName?: string
  /** Only on the machine the server runs on, and only until the first administrator exists. */
  readonly setupCode?: string
  readonly sampleEntry: boolean
  readonly version: string
}

/** Who is here, for which facility, and what they may do: screens never work out permissions themselves. */
export type SessionView = MeView

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => api.get<Status>('/status'),
  staleTime: 60_000,
})

/** The session, or null when nobody is signed in: that is an answer, not an error. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (): Promise<SessionView | null> =>
    api.get<SessionView>('/session').catch((error: unknown) => {
      if (isProblem(error, 'not-signed-in')) return null
      throw error
    }),
  staleTime: 60_000,
})

/** The session of a page inside the shell, where there always is one. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data) throw new Error('a page of the shell was shown without a session')
  return data
}

export function useMay(action: Action): boolean {
  return useSession().may.includes(action)
}
