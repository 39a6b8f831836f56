import type { Scope, Storage } from '#storage'
import type { Surroundings } from './add-entry.ts'
import { appendEncoded, type EncodedEntry, type Outcome } from './append.ts'
import type { EntryPlace } from './contract.ts'

interface Call {
  readonly entries: readonly EncodedEntry[]
  readonly resolve: (place: EntryPlace) => void
  readonly reject: (error: unknown) => void
}

// A commit of this many entries is bounded by the disk and no longer by its own costs.
const MOST_ENTRIES = 2000

/** 直列化 — takes entries of many callers for one log, and adds whatever has gathered in one change: one flush for all. */
export function createSequencer(
  storage: Storage,
  around: Surroundings,
): (scope: Scope & object, entries: readonly EncodedEntry[]) => Promise<EntryPlace> {
  const queues = new Map<string, Call[]>()

  async function work(scope: Scope & object, queue: Call[]): Promise<void> {
    while (queue.length > 0) {
      let taken: readonly Call[] | undefined
      let outcomes: readonly Outcome[] = []
      try {
        await storage.write(scope, async (change) => {
          // Taken as late as can be; and the same ones, should the database want the change again.
          taken ??= take(queue)
          outcomes = await appendEncoded(
            around,
            change,
            taken.map(({ entries }) => entries),
          )
        })
        taken?.forEach((call, i) => void answer(call, outcomes[i]))
      } catch (error) {
        for (const call of taken ?? queue.splice(0)) call.reject(error)
      }
    }
    queues.delete(scope.facilityId)
  }

  return (scope, entries) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(scope.facilityId)
      if (queue) return void queue.push({ entries, resolve, reject })
      const made: Call[] = [{ entries, resolve, reject }]
      queues.set(scope.facilityId, made)
      void work(scope, made)
    })
}

function take(queue: Call[]): readonly Call[] {
  let entries = 0
  const end = queue.findIndex((call) => {
    entries += call.entries.length
    return entries > MOST_ENTRIES
  })
  return queue.splice(0, end < 0 ? queue.length : Math.max(1, end))
}

function answer({ resolve, reject }: Call, outcome: Outcome | undefined): void {
  if (outcome === undefined) reject(new Error('a call was not answered'))
  else if ('place' in outcome) resolve(outcome.place)
  else reject(outcome.error)
}
