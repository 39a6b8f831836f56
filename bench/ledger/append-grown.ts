import { openGround, rateOf, scope } from './append-ground.ts'
import { pairs } from './ratio.ts'

// A process of its own: `node append-grown.ts ENTRIES`. Fills one log to so many entries and another to 10^5, and appends to
// both in turns, so that the machine's moods fall on both. Prints one line of JSON.
async function measure(): Promise<void> {
  const [entries = 1_000_000] = process.argv.slice(2).map(Number)
  const [PAIRS, MILLISECONDS, FILLING, BATCH, SMALL] = [9, 500, 2_000, 256, 100_000]
  const [large, small] = [await openGround(), await openGround()]
  const appending = (ground: typeof large) => {
    const stock = ground.entries(FILLING)
    let taken = 0
    return {
      async fill(count: number) {
        for (let done = 0; done < count; done += FILLING) await ground.journal.appendEntries(scope, stock)
      },
      rate: () =>
        rateOf(MILLISECONDS, async () => {
          taken = (taken + BATCH) % (FILLING - BATCH)
          await ground.journal.appendEntries(scope, stock.slice(taken, taken + BATCH))
          return BATCH
        }),
    }
  }
  const [grown, young] = [appending(large), appending(small)]
  await grown.fill(entries)
  await young.fill(SMALL)
  const measured = await pairs(PAIRS, grown.rate, young.rate)
  const megabytes = process.resourceUsage().maxRSS / 1024
  await large.close()
  await small.close()
  console.log(JSON.stringify({ measured, megabytes, entries }))
}

// Whoever only looks at the file measures nothing.
if (import.meta.main) await measure()
