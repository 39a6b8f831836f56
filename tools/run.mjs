// The second half of right-node.mjs: already on the right Node, run the module named first.
import { loadMain } from './right-node.mjs'

const [href, ...rest] = process.argv.slice(2)
const main = await loadMain(href)
await main(rest)
