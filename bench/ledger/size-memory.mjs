// Prints the most MiB that a process held while it appended a thousand groups to a tree of the size given.
import { hash } from 'node:crypto'

const { appendGroup, syntheticLog } = await import('./size.ts')
// Not resourceUsage().maxRSS: that counts what the parent held when it started us.
let most = 0
let log = syntheticLog(Number(process.argv[2]))
for (let group = 0; group < 1000; group++) {
  const leaves = Array.from({ length: 256 }, (_, i) => hash('sha256', `${group} ${i}`, 'buffer'))
  log = appendGroup(log, leaves)
  if (group % 50 === 0) most = Math.max(most, process.memoryUsage.rss())
}
console.log(most / 2 ** 20)
