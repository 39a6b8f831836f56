import kinds from './file-kinds.json' with { type: 'json' }
import { looksLikeText, looksRandom } from './looks-random.ts'

export type FileLook = 'plausible' | 'broken' | 'unexplained' | 'too-small'

const text = new Set(kinds.text)
const magic: Readonly<Record<string, readonly string[]>> = kinds.magic
const everyMagic = [...new Set([...Object.values(kinds.magic).flat(), ...kinds.known])].filter((hex) => hex.length > 4)
const encrypted = new Set(kinds.encrypted)

/**
 * Whether a file is what its name promises. `windows` are pieces of it, the first from its beginning. Compressed files
 * look random too; they are told by how they begin. Known limits: a file encrypted only where nobody looked, or written
 * as Base64, is not noticed here; digests and canaries notice it.
 */
export function judgeFile(name: string, windows: readonly Uint8Array[]): FileLook {
  const [head = new Uint8Array()] = windows
  const extension = extensionOf(name)
  if (encrypted.has(extension)) return 'plausible'
  if (text.has(extension)) return judgeText(windows)
  const begins = magic[extension]
  const random = windows.map(looksRandom)
  if (begins && begins.length > 0) {
    if (begins.some((hex) => startsWith(head, hex))) return 'plausible'
    return random.includes(true) ? 'broken' : random.includes(false) ? 'plausible' : 'too-small'
  }
  if (hasKnownBeginning(head)) return 'plausible'
  if (random.every((each) => each === undefined)) return 'too-small'
  return random.includes(true) ? 'unexplained' : 'plausible'
}

function judgeText(windows: readonly Uint8Array[]): FileLook {
  const looks = windows.map(looksLikeText)
  if (looks.includes(false)) return 'broken'
  return looks.includes(true) ? 'plausible' : 'too-small'
}

function hasKnownBeginning(head: Uint8Array): boolean {
  // DICOM has 128 bytes of its own before it says so; MP4 and HEIC four, tar 257.
  const at = (from: number, word: string) =>
    Buffer.from(head.subarray(from, from + word.length)).toString('latin1') === word
  return everyMagic.some((hex) => startsWith(head, hex)) || at(128, 'DICM') || at(4, 'ftyp') || at(257, 'ustar')
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex
}

export function extensionOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  return base.includes('.') ? base.slice(base.lastIndexOf('.') + 1).toLowerCase() : ''
}

/** Whether a name is one that ransomware gives or leaves behind. */
export function isRansomName(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase()
  return kinds.ransomExtensions.includes(extensionOf(base)) || kinds.ransomNotes.some((note) => base.startsWith(note))
}
