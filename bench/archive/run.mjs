// npm run bench:archive: every figure of the archive as a ratio to its peer or its bar. `-- --write` renews docs/benchmarks.md.
// `-- search intake` runs only those. ARCHIVE_DOCUMENTS=100000 searches in fewer documents, and says so.
import { runWithRightNode } from '../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
