import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = `${root}web/dist/index.html`

/** Whether the built web is missing or older than a source of it. */
export function webNeedsBuilding(): boolean {
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const sources = globSync(['web/**/*.{ts,tsx,css,html}', 'src/**/*.ts', 'package-lock.json'], {
    cwd: root,
    exclude: (name) => name === 'dist' || name === 'node_modules',
  })
  return sources.some((file) => !file.endsWith('.test.ts') && statSync(root + file).mtimeMs > builtAt)
}

/** Builds the web when that is needed; `say` is told so first, because it takes some seconds. */
export async function buildWebIfNeeded(say: (text: string) => void = console.log): Promise<void> {
  if (!webNeedsBuilding()) return
  say('画面を用意しています（初回だけ、10秒ほど）… / Preparing the screens (first time only)…')
  // In a process of its own, so that the server does not keep the builder's memory for life.
  const words = ['node_modules/vite/bin/vite.js', 'build', 'web', '-c', 'web/vite.config.ts', '--logLevel', 'warn']
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`the screens could not be built: vite ended with ${code}`)
}
