import { queryOptions } from '@tanstack/react-query'
import type { Role } from '#access/contract'
import type { Instant } from '#shared'
import { api } from '../app/api.ts'

/** 接続 — one place where the person is signed in. */
export interface OwnSession {
  readonly sessionId: string
  readonly device: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly current: boolean
}

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => api.get<{ readonly sessions: readonly OwnSession[] }>('/session/list'),
})

/** 利用者 — an account as the administrators see it. */
export interface Account {
  readonly accountId: string
  readonly loginName: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly state: 'invited' | 'active' | 'disabled'
  readonly personId?: string
  readonly version: number
  readonly factors: readonly string[]
  readonly lockedUntil?: Instant
  readonly lastSeenAt?: Instant
}

/** A code that is shown once, to the one who hands it over. */
export interface Issued {
  readonly invitation: string
  readonly expiresAt: Instant
}

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => api.get<{ readonly accounts: readonly Account[] }>('/accounts'),
})
