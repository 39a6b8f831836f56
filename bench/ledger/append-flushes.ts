import { openGround, openPlain, scope } from './append-ground.ts'

// Run under strace by append.ts: a thousand commits of one row, or everything but them.
async function measure(): Promise<void> {
  const COMMITS = 1000
  const [who = ''] = process.argv.slice(2)
  if (who.startsWith('ours')) {
    const ground = await openGround()
    const stock = ground.entries(COMMITS)
    if (who === 'ours') for (const entry of stock) await ground.journal.appendEntries(scope, [entry])
    await ground.close()
  } else {
    const plain = openPlain()
    if (who === 'plain') for (let commit = 0; commit < COMMITS; commit += 1) plain.write(1)
    plain.close()
  }
}

// Whoever only looks at the file measures nothing.
if (import.meta.main) await measure()
