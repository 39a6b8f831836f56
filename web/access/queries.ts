import { queryOptions } from '@tanstack/react-query'
import type { AccountView, IssuedCode, SessionView } from '#access/contract'
import { api } from '../app/api.ts'

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => api.get<{ readonly sessions: readonly SessionView[] }>('/session/list'),
})

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => api.get<{ readonly accounts: readonly AccountView[] }>('/accounts'),
})

/** A one-time code and the account it opens, for the slip that is handed over. */
export interface Handed {
  readonly account: Pick<AccountView, 'displayName' | 'loginName'>
  readonly issued: IssuedCode
}
