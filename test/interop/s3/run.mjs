// npm run interop:s3: the place of files on a server that is not ours. README.md says what it needs.
import { runWithRightNode } from '../../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
