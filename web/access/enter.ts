import { useQueryClient } from '@tanstack/react-query'
import { speak } from '../app/i18n.ts'
import { type SessionView, sessionQuery, statusQuery } from '../app/session.ts'
import { useGo } from '../parts/go.tsx'

/** Only an address of ours may follow a sign-in; anything else leads to 今日. */
export function ownAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/'
}

/** Steps inside with a new session: nothing that was loaded before it stays, and the person's language is spoken. */
export function useEnter(): (session: SessionView, next?: string) => Promise<void> {
  const queryClient = useQueryClient()
  const go = useGo()
  return async (session, next) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== statusQuery.queryKey[0] })
    queryClient.setQueryData(sessionQuery.queryKey, session)
    await queryClient.invalidateQueries({ queryKey: statusQuery.queryKey })
    await speak(session.account.language)
    go(session.account.mustChangePassword ? '/settings' : ownAddress(next))
  }
}
