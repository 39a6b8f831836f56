import { openCades } from '../cades/verify.ts'
import { gravest, unreadable } from '../xades/verify.ts'
import { withoutDetached } from './coverage.ts'
import type { PlacedSignature } from './stamps.ts'
import { bytesOf, piecesOf, type Reading, subjectOf } from './subject.ts'

/** The CAdES signatures of one file, over its manifest or over the only content. */
export function cmsSignatures(file: string, reading: Reading): readonly PlacedSignature[] {
  const { container } = reading
  const subject = subjectOf(file, reading)
  const content = subject.name === null ? null : bytesOf(container, subject.name)
  try {
    const opened = openCades({ bytes: bytesOf(container, file), content })
    return opened.map((one) => ({
      file,
      covered: subject.covered,
      opened: {
        ...one,
        id: opened.length === 1 ? file : `${file}#${one.id}`,
        checks: [...subject.checks, ...one.checks],
        conclusion: gravest([subject.conclusion, one.conclusion]),
        algorithms: [...one.algorithms, ...subject.algorithms],
        signedPieces: piecesOf(subject, container),
        coverage: withoutDetached(one.coverage),
      },
    }))
  } catch (error) {
    return [{ file, covered: [], opened: { ...unreadable(error, file), format: 'CAdES' } }]
  }
}
