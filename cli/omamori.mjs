#!/usr/bin/env node
import { runWithRightNode } from '../tools/right-node.mjs'

await runWithRightNode(new URL('./main.ts', import.meta.url))
