// npm test: builds the web when it is missing, runs every test that can run here, and says in one line how it went.
import { runWithRightNode } from './right-node.mjs'

await runWithRightNode(new URL('./test-all.mjs', import.meta.url))
