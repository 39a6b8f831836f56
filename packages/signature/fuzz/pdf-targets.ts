import { readFileSync } from 'node:fs'
import { Malformed } from '../malformed.ts'
import { openPdfSignatures } from '../pades/verify.ts'
import type { FuzzTarget } from './fuzz.ts'

const folder = new URL('../testdata/pades/', import.meta.url)

/** The door of signed PDFs, with all that hangs on it: tables, streams, fields, pages, CMS and what came later. */
export const pdfTarget: FuzzTarget = {
  name: 'pdf',
  samples: () => ['table-b-lta.pdf', 'stream-b-t.pdf'].map((name) => readFileSync(new URL(name, folder))),
  read: (octets) => {
    const opened = openPdfSignatures(octets)
    if (opened.length === 0 || opened.some(({ conclusion }) => conclusion !== null)) throw new Malformed('format')
  },
}
