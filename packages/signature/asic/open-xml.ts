import { openXmlSignatures } from '../xades/verify.ts'
import { type Container, entryNamed } from './container.ts'
import { named, withoutDetached } from './coverage.ts'
import type { PlacedSignature } from './stamps.ts'
import { bytesOf } from './subject.ts'

/** The XAdES signatures of one file, over the entries that they name. */
export function xmlSignatures(file: string, container: Container): readonly PlacedSignature[] {
  const { files } = container
  const opened = openXmlSignatures(bytesOf(container, file), files, container.xml.length)
  return opened.map((one) => {
    const pieces = one.signedPieces.map((piece) => ({
      ...piece,
      name: entryNamed(container, piece.name) ?? piece.name,
    }))
    const names = pieces.map(({ name }) => name).filter((name) => files.has(name))
    const changed = pieces.filter(({ name, bytes }) => files.has(name) && files.get(name) !== bytes)
    const remarks = named(
      'entry-transformed',
      changed.map(({ name }) => name),
    )
    const coverage = withoutDetached(one.coverage)
    return {
      file,
      covered: [...new Set(names)],
      opened: {
        ...one,
        id: opened.length === 1 ? file : `${file}#${one.id}`,
        signedPieces: pieces,
        coverage: { ...coverage, remarks: [...coverage.remarks, ...remarks] },
      },
    }
  })
}
