export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp'
}

/** Tab, line ends, form feed and the escape of ISO-2022-JP; any other control octet is in no text. */
const escapeOctet = 0x1b
const controls = new Set([0x09, 0x0a, 0x0c, 0x0d, escapeOctet])

/**
 * 文字コードの判別 — plain Japanese text in the encoding in which it was written, or null where it is no text. `cut`: only the start of a
 * file is at hand, which may end within a character.
 */
export function decodeText(bytes: Uint8Array, cut = false): DecodedText | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', cut)
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', cut)
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes, 'utf-8', cut)
  if (bytes.some((octet) => octet === 0x7f || (octet < 0x20 && !controls.has(octet)))) return null
  if (bytes.includes(escapeOctet)) return decoded(bytes, 'iso-2022-jp', cut)
  const utf8 = decoded(bytes, 'utf-8', cut)
  if (utf8) return utf8
  const [euc, shiftJis] = [decoded(bytes, 'euc-jp', cut), decoded(bytes, 'shift_jis', cut)]
  if (!euc || !shiftJis) return euc ?? shiftJis
  return japaneseIn(euc.text) > japaneseIn(shiftJis.text) ? euc : shiftJis
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding'], cut: boolean): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
    return { text, encoding }
  } catch {
    return null
  }
}

/** EUC read as Shift_JIS is mostly half-width kana; honest text holds few of them beside the other characters. */
function japaneseIn(text: string): number {
  const wide = text.match(/[ぁ-んァ-ヶー一-龠、。]/g)?.length ?? 0
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0
  return wide - 2 * half
}
