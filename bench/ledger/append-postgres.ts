import pg from 'pg'
import { openGround, rateOfCallers, scope } from './append-ground.ts'
import { pairs } from './ratio.ts'

// A process of its own: the argument is the address of an empty database. Prints one line of JSON: name → pairs.
async function measure(): Promise<void> {
  const PAIRS = 9
  const CALLERS = 16
  const [url = '', peer = '', time = '400'] = process.argv.slice(2)
  const milliseconds = Number(time)
  const ground = await openGround({ url })
  const stock = ground.entries(20_000)
  let taken = 0
  const clients = await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      const client = new pg.Client({ connectionString: peer })
      await client.connect()
      return client
    }),
  )
  await clients[0]?.query('create table plain (id bigserial primary key, body bytea not null)')
  const insert = { name: 'insert', text: 'insert into plain (body) values ($1)', values: [Buffer.alloc(1024, 7)] }

  const figures = {
    sixteen: await pairs(
      PAIRS,
      () =>
        rateOfCallers(milliseconds, CALLERS, async () => {
          taken = (taken + 1) % stock.length
          await ground.journal.appendEntries(scope, stock.slice(taken, taken + 1))
          return 1
        }),
      () =>
        rateOfCallers(milliseconds, CALLERS, async (caller) => {
          await clients[caller]?.query(insert)
          return 1
        }),
    ),
  }
  const report = await ground.journal.verify(scope)
  if (report.findings.length > 0) throw new Error(`the journal is not whole: ${JSON.stringify(report.findings[0])}`)
  for (const client of clients) await client.end()
  await ground.close()
  console.log(JSON.stringify(figures))
}

// Whoever only looks at the file measures nothing.
if (import.meta.main) await measure()
