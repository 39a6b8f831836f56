import { useSyncExternalStore } from 'react'
import type { Day } from '#shared'
import { useSession } from '../app/session.ts'

// One day for all pages of the registry, until one goes back to the present or opens the program anew.
let chosen: Day | undefined
const listeners = new Set<() => void>()

/** Shows the registry as it stood when the day ended; undefined goes back to the present. */
export function lookAt(day: Day | undefined): void {
  chosen = day
  for (const listener of listeners) listener()
}

/** The past day that is looked at, if one is. */
export function useAsOf(): Day | undefined {
  return useSyncExternalStore(subscribe, () => chosen)
}

/** The day by which the registry on the screen is judged: today, or the past day that is looked at. */
export function useRegistryDay(): Day {
  const { today } = useSession()
  return useAsOf() ?? today
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
