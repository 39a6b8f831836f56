// npm run bench:signature: every signature figure beside its bar and its peers of the same run. `-- --write` renews docs/benchmarks.md.
// `-- prescription memory` runs only those.
import { runWithRightNode } from '../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
