// npm run bench: every figure beside its limit, as a ratio, from the same run. `-- --write` renews docs/benchmarks.md.
import { runWithRightNode } from '../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
