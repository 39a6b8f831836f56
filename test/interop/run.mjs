// npm run interop: what we sign, judged by others' validators. README.md says what they need.
import { runWithRightNode } from '../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
