// Mutated proofs, notes and receipts against the ledger's verifiers; none may be believed.
//   node tools/fuzz-ledger.mjs [--seed 2026] [--count 1000000] [--state fuzz.json]
// With --state it goes on where it was stopped. The short form is part of npm test.
import { runWithRightNode } from './right-node.mjs'

await runWithRightNode(new URL('./fuzz-ledger-long.mjs', import.meta.url))
