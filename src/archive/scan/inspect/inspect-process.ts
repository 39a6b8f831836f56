// One scan: the file on standard input, the order as argument; what each page is as a line of JSON.
import { buffer } from 'node:stream/consumers'
import { inspectScan } from './inspect-scan.ts'

if (import.meta.main) {
  const [order = '{}'] = process.argv.slice(2)
  const { name } = JSON.parse(order) as { readonly name: string }
  process.stdout.write(`${JSON.stringify(await inspectScan(await buffer(process.stdin), name))}\n`)
}
