import type { ContentSample, Generation } from '../observation.ts'
import type { Judged, PlaceLook, Rule } from './plan-look.ts'

// Some files of random bytes lie in every system: keys, caches, formats we do not know. A fifth of all is something else.
const SUSPICIOUS_SHARE = 0.2
const SUSPICIOUS_FILES = 3

/** Whether the content looks as if somebody else had encrypted it; compressed files are not encrypted files. */
export const checkContent: Rule = ({ places }) => places.flatMap(ofPlace)

function ofPlace({ place, generations }: PlaceLook): readonly Judged[] {
  const wrong = generations.flatMap((each) =>
    each.content ? judged(each, each.content, place.encrypted === true) : [],
  )
  const placed = wrong.map((finding) => ({ ...finding, placeId: place.id }))
  if (placed.length > 0 || generations.length === 0) return placed
  const files = generations.reduce((sum, { content }) => sum + (content?.files ?? 0), 0)
  const isSeen = files > 0
  return [
    {
      state: isSeen ? 'met' : 'unknown',
      code: isSeen ? 'content-plausible' : 'content-unknown',
      placeId: place.id,
      facts: { files },
    },
  ]
}

function judged({ id }: Generation, content: ContentSample, isEncrypted: boolean): readonly Judged[] {
  const { files, brokenCount, unexplained } = content
  if (brokenCount > 0 || content.ransomNames.length > 0) {
    const facts = { files, count: brokenCount, example: content.ransomNames[0] ?? content.broken[0] ?? '' }
    return [{ state: 'not-met', code: 'content-encrypted', generationId: id, facts }]
  }
  if (isEncrypted || unexplained < SUSPICIOUS_FILES || unexplained / files < SUSPICIOUS_SHARE) return []
  return [{ state: 'not-met', code: 'content-suspicious', generationId: id, facts: { files, count: unexplained } }]
}
