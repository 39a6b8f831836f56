import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openGround, scope } from './append-ground.ts'

// A process of its own, so that its memory is that of the sequencer. Prints one line of JSON.
async function measure(): Promise<void> {
  const [entries = 50_000] = process.argv.slice(2).map(Number)
  const BATCH = 500
  const ground = await openGround()
  const stock = ground.entries(BATCH)
  const bytes = stock.reduce((sum, entry) => sum + entry.length, 0)
  const folder = join(ground.folder, 'data')
  const stored = () => readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  const empty = stored()
  for (let done = 0; done < entries; done += BATCH) {
    await ground.journal.appendEntries(scope, stock)
  }
  await ground.journal.close()
  await ground.storage.close()
  const ratio = (stored() - empty) / ((bytes / BATCH) * entries)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ stored: ratio, megabytes, entries }))
}

// Whoever only looks at the file measures nothing.
if (import.meta.main) await measure()
