import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { sessionQuery } from './session.ts'

/** Everything behind the door. When a session ends while a page is open, the way leads back through sign-in to it. */
export function Inside() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const address = useRouterState({ select: (state) => state.location.href })
  if (!session) return <Navigate to="/sign-in" search={{ next: address }} replace />
  return <Outlet />
}
