import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))

/** JavaScript that the browser loads before it can show the first screen, gzip: the entry and its static imports. */
export function firstScreen(): Figure {
  const page = readFileSync(`${dist}index.html`, 'utf8')
  const entries = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const files = new Set<string>()
  const visit = (file: string) => {
    if (files.has(file) || !existsSync(dist + file)) return
    files.add(file)
    const text = readFileSync(dist + file, 'utf8')
    for (const match of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(`assets/${match[1]}`)
  }
  entries.forEach(visit)
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length, 0)
  return {
    name: 'JavaScript of the first screen, gzip',
    unit: 'kB',
    limit: 250,
    against: 'the bar of the first issue',
    values: [bytes / 1000],
  }
}
