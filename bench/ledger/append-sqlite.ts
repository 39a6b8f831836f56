import { happening, openGround, openPlain, rateOf, rateOfCallers, scope } from './append-ground.ts'
import { pairs } from './ratio.ts'

// A process of its own, so that a library can slow its flushes down. Prints one line of JSON: name → pairs.
async function measure(): Promise<void> {
  const PAIRS = 9
  const [milliseconds = 250] = process.argv.slice(2).map(Number)
  // Encoded beforehand: what is measured is the keeping. Taken in turns.
  const ground = await openGround()
  const plain = openPlain()
  const stock = ground.entries(20_000)
  let taken = 0
  const next = (count: number) => {
    const entries = stock.slice(taken, taken + count)
    taken = (taken + count) % (stock.length - 2000)
    return entries
  }
  const append = async (count: number) => {
    await ground.journal.appendEntries(scope, next(count))
    return count
  }
  const plainly = (rows: number) => () =>
    rateOf(milliseconds, () => {
      plain.write(rows)
      return rows
    })

  const figures = {
    one: await pairs(PAIRS, () => rateOf(milliseconds, () => append(1)), plainly(1)),
    sixteen: await pairs(PAIRS, () => rateOfCallers(milliseconds, 16, () => append(1)), plainly(1)),
    storage: await pairs(
      PAIRS,
      () =>
        rateOfCallers(milliseconds, 16, async () => {
          await ground.storage.write(scope, (change) => ground.journal.append(change, happening))
          return 1
        }),
      plainly(1),
    ),
    thousand: await pairs(PAIRS, () => rateOf(milliseconds, () => append(1000)), plainly(1000)),
  }
  const report = await ground.journal.verify(scope)
  if (report.findings.length > 0) throw new Error(`the journal is not whole: ${JSON.stringify(report.findings[0])}`)
  await ground.close()
  plain.close()
  console.log(JSON.stringify(figures))
}

// Whoever only looks at the file measures nothing.
if (import.meta.main) await measure()
