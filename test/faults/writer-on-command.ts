import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { appendAcknowledgement } from './acknowledgements.ts'
import { openGround } from './ground.ts'
import { mutants } from './mutants.ts'

// A process of its own that writes when it is told to. A line says how many entries, to be kept in one commit, how large
// each one's detail is, and how large a file (0 is none); the answer is `kept` and the last index, or `refused` and why.
// At the end of its orders it closes.

const [data = '', file = '', mutantName = ''] = process.argv.slice(2)
const mutant = mutants.find(({ name }) => name === mutantName)
const ground = await openGround({ data }, mutant?.weaken)
const note = appendAcknowledgement(file)
const inChange = mutant?.inChange?.(note)

async function obey(entries: number, detailBytes: number, blobBytes: number): Promise<string> {
  const blob = blobBytes > 0 ? randomBytes(blobBytes) : undefined
  const asked = Array.from({ length: entries }, (_, number) =>
    ground.write({ detailBytes, inChange, blob: number === 0 ? blob : undefined }),
  )
  const answers = await Promise.allSettled(asked)
  const kept = answers.filter((answer) => answer.status === 'fulfilled').map(({ value }) => value)
  for (const one of kept.flatMap(({ acknowledgements }) => acknowledgements)) note(one)
  const refused = answers.find((answer) => answer.status === 'rejected')
  return refused ? `refused ${kept.length} ${wordsOf(refused.reason)}` : `kept ${kept.at(-1)?.entry.index}`
}

const wordsOf = (error: unknown) => JSON.stringify({ message: String(error), ...(error as { facts?: object }) })

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const [entries = 1, detailBytes = 0, blobBytes = 0] = line.split(' ').map(Number)
  process.stdout.write(`${await obey(entries, detailBytes, blobBytes)}\n`)
}
const root = await ground.newestRoot()
if (root) note({ kind: 'root', ...root })
await ground.close()
process.stdout.write('closed\n')
