import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { InspectionPartView, InspectorLinksView, ShownFilesView, ShownPartsView } from '#assessment/contract'
import { api, isProblem } from '../app/api.ts'

export const inspectorsQuery = queryOptions({
  queryKey: ['inspectors'],
  queryFn: () => api.get<InspectorLinksView>('/inspectors'),
})

const enter = (token: string) => api.post<ShownFilesView>('/inspector/session', { token })

/** A session ends after an idle hour; the link opens the next one, or says why it does not. */
async function visit<T>(token: string, path: string): Promise<T> {
  try {
    return await api.get<T>(path)
  } catch (error) {
    if (!isProblem(error, 'not-signed-in')) throw error
    await enter(token)
    return api.get<T>(path)
  }
}

/** Something of a file. Where the link is over or closed, the page asks again at once, and hides what it shows. */
async function within<T>(client: QueryClient, token: string, path: string): Promise<T> {
  try {
    return await visit<T>(token, path)
  } catch (error) {
    if (isProblem(error, 'sign-in-failed')) {
      void client.invalidateQueries({ queryKey: ['inspector', token], exact: true })
    }
    throw error
  }
}

// While somebody looks, a link that was closed meanwhile is noticed within this time.
const LOOK_AGAIN_MS = 30_000

/** What an inspector sees through the link; opening the link is what gives it first. */
export const shownFilesQuery = (token: string) => {
  const queryKey = ['inspector', token] as const
  return queryOptions({
    queryKey,
    queryFn: ({ client }) =>
      client.getQueryData(queryKey) ? visit<ShownFilesView>(token, '/inspector/files') : enter(token),
    enabled: token !== '',
    refetchInterval: ({ state }) => (isProblem(state.error, 'sign-in-failed') ? false : LOOK_AGAIN_MS),
    retry: false,
  })
}

export const shownPartsQuery = (token: string, inspectionId: string) =>
  queryOptions({
    queryKey: ['inspector', token, inspectionId],
    queryFn: ({ client }) => within<ShownPartsView>(client, token, `/inspector/files/${inspectionId}/parts`),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Each asking is an entry of the journal, so a part that is there is not asked for again. */
export const shownPartQuery = (token: string, inspectionId: string, partId: string) =>
  queryOptions({
    queryKey: ['inspector', token, inspectionId, partId],
    queryFn: ({ client }) =>
      within<InspectionPartView>(client, token, `/inspector/files/${inspectionId}/parts/${partId}`),
    staleTime: Number.POSITIVE_INFINITY,
  })
