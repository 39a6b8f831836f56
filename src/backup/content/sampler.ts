import type { ContentSample } from '../observation.ts'
import { isRansomName, judgeFile } from './judge-file.ts'

// As many examples as a person looks at.
const EXAMPLES = 5

export interface Sampler {
  /** Every file that was met, read or not. */
  met(name: string): void
  read(name: string, windows: readonly Uint8Array[]): void
  result(): ContentSample
}

/** Gathers what the sampled files of one generation look like. */
export function startSample(): Sampler {
  const broken: string[] = []
  const ransomNames: string[] = []
  const counts = { files: 0, broken: 0, unexplained: 0 }
  return {
    met(name) {
      if (ransomNames.length < EXAMPLES && isRansomName(name)) ransomNames.push(name)
    },
    read(name, windows) {
      const look = judgeFile(name, windows)
      if (look === 'too-small') return
      counts.files += 1
      if (look === 'unexplained') counts.unexplained += 1
      if (look !== 'broken') return
      counts.broken += 1
      if (broken.length < EXAMPLES) broken.push(name)
    },
    result: () => ({
      files: counts.files,
      broken,
      brokenCount: counts.broken,
      unexplained: counts.unexplained,
      ransomNames,
    }),
  }
}
