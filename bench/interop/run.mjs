// node bench/interop/run.mjs: an export and proofs of ours, verified by golang.org/x/mod/sumdb. It needs Go and its module
// proxy, so it is not part of any test; what it said last stands in packages/ledger/README.md.
import { runWithRightNode } from '../../tools/right-node.mjs'

await runWithRightNode(new URL('./run.ts', import.meta.url))
