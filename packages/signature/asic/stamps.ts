import { Malformed } from '../malformed.ts'
import { openTimeStamp } from '../timestamp/open-time-stamp.ts'
import type { Covered, OpenedSignature, OpenedTimeStamp } from '../validation/opened.ts'
import type { Check, Conclusion } from '../validation/verdict.ts'
import { digest } from '../x509/signature-value.ts'
import { gravest } from '../xades/verify.ts'
import { bytesOf, type Reading, type Subject, subjectOf } from './subject.ts'

/** A time stamp that stands in a file of its own, over one content or over a manifest. */
export interface PlacedToken {
  readonly file: string
  readonly subject: Subject
  readonly stamp: OpenedTimeStamp
}

/** A signature of the container, and the file in which it stands. */
export interface PlacedSignature {
  readonly file: string
  readonly covered: readonly string[]
  readonly opened: OpenedSignature
}

/** Oldest first. One that cannot be read proves nothing, and its name is told. */
export function openTokens(
  reading: Reading,
  signatures: readonly PlacedSignature[],
): { readonly tokens: readonly PlacedToken[]; readonly checks: readonly Check[] } {
  const placed: PlacedToken[] = []
  const checks: Check[] = []
  for (const file of reading.container.tokens)
    try {
      placed.push(openToken(file, reading))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      checks.push({ code: 'time-stamp-readable', outcome: 'failed', facts: { file, reason: error.reason } })
    }
  const ordered = placed.sort((a, b) => a.stamp.at - b.stamp.at)
  return { tokens: ordered.map((one) => ({ ...one, stamp: covering(one, ordered, signatures) })), checks }
}

function openToken(file: string, reading: Reading): PlacedToken {
  const { container } = reading
  const subject = subjectOf(file, reading)
  const content = subject.name === null ? null : reading.content(subject.name)
  const kind = subject.covered.some((name) => container.contents.includes(name)) ? 'content' : 'archive'
  const opened = openTimeStamp(bytesOf(container, file), {
    kind,
    digest: (name) => content?.digest(name) ?? null,
    covers: [],
  })
  const ofContainer: Conclusion | null = container.conclusion ?? subject.conclusion
  return {
    file,
    subject,
    stamp: {
      ...opened,
      checks: [...container.checks, ...subject.checks, ...opened.checks],
      conclusion: gravest([ofContainer, opened.conclusion]),
      algorithms: [...opened.algorithms, ...subject.algorithms],
    },
  }
}

/** The stamp with everything that lies under it: its contents, and of the signing the objects that are looked at one by one. */
function covering(
  { subject, stamp }: PlacedToken,
  tokens: readonly PlacedToken[],
  signatures: readonly PlacedSignature[],
): OpenedTimeStamp {
  const under = <Placed extends { readonly file: string }>(placed: readonly Placed[]) =>
    placed.filter(({ file }) => subject.covered.includes(file))
  const openings = under(signatures).map(({ opened }) => opened)
  const stamps = [...under(tokens).map((token) => token.stamp), ...openings.flatMap(({ timeStamps }) => timeStamps)]
  const carriers = [...openings, ...stamps]
  const covers = [
    ...openings.map(({ signatureValue }) => covered('signature', signatureValue)),
    ...carriers.flatMap(({ certificates }) => certificates.map(({ raw }) => covered('certificate', raw))),
    ...carriers.flatMap(({ crls, ocsps }) => [...crls, ...ocsps].map((one) => covered('revocation', one))),
    ...stamps.map((one): Covered => ({ kind: 'time-stamp', digest: one.digest })),
  ]
  return covers.length === 0 ? stamp : { ...stamp, kind: 'archive', covers }
}

const covered = (kind: Covered['kind'], octets: Uint8Array): Covered => ({
  kind,
  digest: Buffer.from(digest('SHA-256', octets)).toString('hex'),
})

/** Those that cover a signature's file, or a stamp that does: they keep it, as archive stamps inside it would. */
export function tokensOver(file: string, tokens: readonly PlacedToken[]): readonly PlacedToken[] {
  const reached = new Set([file])
  return tokens.filter((token) => {
    const over = token.subject.covered.some((name) => reached.has(name))
    if (over) reached.add(token.file)
    return over
  })
}
