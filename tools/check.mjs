// npm run check: types, form, whether plain node can import every file, and unused code. Stops at nothing: shows all.
import { runWithRightNode } from './right-node.mjs'

await runWithRightNode(new URL('./check-all.mjs', import.meta.url))
