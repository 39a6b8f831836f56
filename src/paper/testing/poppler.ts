import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const [toText, toFonts] = ['pdftotext', 'pdffonts'] as const

const found = spawnSync(toText, ['-v']).error === undefined
const needed = 'needs poppler-utils (apt-get install poppler-utils)'

/** A test that reads a PDF with the tools of poppler; where they are missing it says so instead. */
export function testOnPaper(name: string, body: () => Promise<void>): void {
  if (found) test(name, body)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') test(name, () => expect.fail(needed))
  else test.skip(`${name} — skipped: ${needed}`)
}

/** The text of each page, in the order in which it was set: cell by cell. */
export const pagesOf = (pdf: Uint8Array): readonly string[] =>
  read(pdf, (file) => [toText, ['-raw', file, '-']])
    .replace(/\f$/, '')
    .split('\f')

/** How far from the left edge of the page its leftmost letter begins and its rightmost one ends, in points. */
export function reachOf(pdf: Uint8Array): { readonly from: number; readonly to: number } {
  const boxes = read(pdf, (file) => [toText, ['-bbox', file, '-']])
  const all = (name: string) =>
    [...boxes.matchAll(new RegExp(`<word .*?${name}="([\\d.-]+)"`, 'g'))].map((m) => Number(m[1]))
  return { from: Math.min(...all('xMin')), to: Math.max(...all('xMax')) }
}

/** The fonts of a PDF, a row each: name, type, encoding, whether it is embedded. */
export const fontsOf = (pdf: Uint8Array): readonly string[] =>
  read(pdf, (file) => [toFonts, [file]])
    .trim()
    .split('\n')
    .slice(2)

function read(pdf: Uint8Array, command: (file: string) => [string, string[]]): string {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-paper-'))
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  const { stdout, status, stderr } = spawnSync(...command(file), { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`the paper cannot be read: ${stderr}`)
  return stdout
}
