// npm run dev: the server on the sample, restarted when a source changes, and the web rebuilt at every change.
import { runWithRightNode } from './right-node.mjs'

await runWithRightNode(new URL('./dev-all.mjs', import.meta.url))
