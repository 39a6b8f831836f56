/**
 * 検索用の文字列 — the same words in one writing: half-width kana and wide digits become the usual ones (NFKC), letters small, every
 * run of spaces and line ends one space. What is looked for is written in the same way before it is compared.
 */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
