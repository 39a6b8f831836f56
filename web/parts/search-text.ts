const HIRAGANA_TO_KATAKANA = 0x60

/** Text as it is compared: width, case, hyphens, spaces and kana do not matter (ﾌｫﾙﾃｨ = フォルティ = ふぉるてぃ). */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-‐‑–—−ー－]/g, '')
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + HIRAGANA_TO_KATAKANA))
}

/** Whether every word that was typed occurs somewhere. */
export function matches(typed: string, ...texts: readonly (string | undefined)[]): boolean {
  const all = comparable(texts.join('\n'))
  return typed
    .split(/[\s　]+/)
    .filter(Boolean)
    .every((word) => all.includes(comparable(word)))
}
