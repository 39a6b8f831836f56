import { randomBytes } from 'node:crypto'
import { appendAcknowledgement } from './acknowledgements.ts'
import { openGround } from './ground.ts'
import { type Mutant, mutants } from './mutants.ts'

// A process of its own that writes entries, several callers at once, and now and then a file; it notes what it was told
// is kept, and which roots were signed. When it has written enough it closes, or falls as if it had been killed.

const [data = '', file = '', count = '0', ending = 'close', mutantName = '', database] = process.argv.slice(2)
const CALLERS = 4
// Every so many changes a file is kept as well.
const BLOB_EVERY = 12
const BLOB_BYTES = 3_000

const mutant: Mutant | undefined = mutants.find(({ name }) => name === mutantName)
const ground = await openGround({ data, database }, mutant?.weaken)
const note = appendAcknowledgement(file)
const inChange = mutant?.inChange?.(note)
let left = Number(count)

async function caller(): Promise<void> {
  while (left > 0) {
    left -= 1
    const blob = left % BLOB_EVERY === 0 ? randomBytes(BLOB_BYTES) : undefined
    const { acknowledgements } = await ground.write({ blob, inChange })
    for (const one of acknowledgements) note(one)
    const root = await ground.newestRoot()
    if (root) note({ kind: 'root', ...root })
  }
}

await Promise.all(Array.from({ length: CALLERS }, caller))
if (ending === 'fall') process.kill(process.pid, 'SIGKILL')
await ground.close()
