// npm run faults: what may happen to a machine is done to it, and what is left is counted. README.md says how.
import { runWithRightNode } from '../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
