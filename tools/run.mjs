// The second half of right-node.mjs: already on the right Node, run the module named first.
const [href, ...rest] = process.argv.slice(2)
const { main } = await import(href)
await main(rest)
