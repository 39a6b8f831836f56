import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts both watchers and stops both together. */
export async function main(args) {
  const children = [
    ['node_modules/vite/bin/vite.js', 'build', '--watch', '-c', 'web/vite.config.ts', 'web'],
    ['--watch', 'cli/omamori.mjs', 'serve', '--sample', ...args],
  ].map((words) => spawn(process.execPath, words, { cwd: root, stdio: 'inherit' }))
  const stop = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  for (const child of children) child.on('exit', stop)
}
