// npm run bench:ledger: every ledger figure as a ratio to its peer of the same run. `-- --write` renews docs/benchmarks.md.
// `-- proofs audit` runs only those.
import { runWithRightNode } from '../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
