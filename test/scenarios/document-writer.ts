import { consoleCaller } from '#access'
import { openPlatform } from '#platform'
import { contentOf } from './document-content.ts'

// A process of its own that registers documents, several at once, some with the same content, and says on a line of its own what
// was acknowledged, so that a test can kill it and compare: `document <id> <seed>`; the content follows from the seed.

const [data = '', facilityId = '', database] = process.argv.slice(2)
const CLERKS = 3
/** Few enough that the same content comes again, by another clerk at the same time too. */
const CONTENTS = 40

const { documents } = await openPlatform({ data, database })
const caller = consoleCaller(facilityId)

async function clerk(): Promise<void> {
  for (;;) {
    const seed = Math.floor(Math.random() * CONTENTS)
    const request = { kind: 'consent', standing: 'original', title: `同意書${seed}`, writtenOn: '2026-04-01' } as const
    const file = { name: '同意書.txt', bytes: Buffer.from(contentOf(seed)) }
    const id = await documents.register(caller, request, file)
    process.stdout.write(`document ${id} ${seed}\n`)
  }
}

await Promise.all(Array.from({ length: CLERKS }, clerk)).catch(async (error: unknown) => {
  process.stderr.write(`${error}\n`)
  // Refused because the database went away: that was not acknowledged. The test ends this process.
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})
