import { randomBytes } from 'node:crypto'
import { appendAcknowledgement } from './acknowledgements.ts'
import { openGround } from './ground.ts'
import { type Mutant, mutants } from './mutants.ts'

// A process of its own that writes entries, several callers at once, and now and then a file; it notes what it was told
// is kept, and which roots were signed. When it has written enough it closes, or falls as if it had been killed.

const [data = '', file = '', count = '0', ending = 'close', mutantName = '', database] = process.argv.slice(2)
const CALLERS = 4
// Of so many changes one keeps a file as well.
const BLOB_EVERY = 12
// And some entries come encoded, several at once.
const ENCODED_EVERY = 5
const MOST_ENCODED = 4
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
    // A mutant that speaks inside a change has none of its own here.
    const acknowledgements =
      left % ENCODED_EVERY === 0 && !inChange
        ? await ground.writeEncoded(1 + (left % MOST_ENCODED))
        : (await ground.write({ blob, inChange })).acknowledgements
    for (const one of acknowledgements) note(one)
    const root = await ground.newestRoot()
    if (root) note({ kind: 'root', ...root })
  }
}

await Promise.all(Array.from({ length: CALLERS }, caller))
if (ending === 'fall') process.kill(process.pid, 'SIGKILL')
await ground.close()
