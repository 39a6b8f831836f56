// Mutated certificates, lists, answers and documents against the readers of the signature package: each is read or refused.
//   node tools/fuzz-signature.mjs [--seed 2026] [--count 1000000] [--only certificate,list] [--state fuzz.json] [--page docs/fuzz.md]
// --count is for each reader. With --state it goes on where it was stopped. The short form is part of npm test.
import { runWithRightNode } from './right-node.mjs'

await runWithRightNode(new URL('./fuzz-signature-long.mjs', import.meta.url))
