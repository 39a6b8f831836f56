import type { Command } from 'commander'
import { Refusal, systemClock } from '#shared'
import { type Gather, openCache, openGathering } from '#signature'
import type { Terminal } from './terminal.ts'

export interface OnlineOptions {
  readonly online?: boolean
  readonly cache?: string
  readonly allowHost?: readonly string[]
}

/** Whether what is lacking may be fetched: nothing is, unless somebody says so. */
export function withOnline(command: Command, { words: { options } }: Terminal): Command {
  return command
    .option('--online', options.online)
    .option('--cache <folder>', options.cache)
    .option('--allow-host <host...>', options.allowHost)
}

export async function gatherOf({
  online,
  cache,
  allowHost = [],
}: OnlineOptions): Promise<{ readonly gather?: Gather }> {
  const alone =
    online === true
      ? []
      : [...(cache === undefined ? [] : ['--cache']), ...(allowHost.length > 0 ? ['--allow-host'] : [])]
  if (alone.length > 0) throw new Refusal('malformed', { needs: '--online' })
  if (online !== true) return {}
  const wrong = allowHost.find((host) => !/^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host))
  if (wrong !== undefined) throw new Refusal('malformed', { reason: 'not-a-host', id: wrong })
  const exempt = new Set(allowHost.map((host) => host.toLowerCase()))
  return {
    gather: openGathering({ clock: systemClock, exempt, cache: cache === undefined ? null : await openCache(cache) }),
  }
}
