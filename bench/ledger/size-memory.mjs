// Prints the MiB that a process holds after it appended a thousand groups to a tree of the size given.
import { hash } from 'node:crypto'

const { appendGroup, syntheticLog } = await import('./size.ts')
let log = syntheticLog(Number(process.argv[2]))
for (let group = 0; group < 1000; group++) {
  const leaves = Array.from({ length: 256 }, (_, i) => hash('sha256', `${group} ${i}`, 'buffer'))
  log = appendGroup(log, leaves)
}
console.log(process.resourceUsage().maxRSS / 1024)
