// XML 1.0 (fifth edition) productions 2 to 5 and Namespaces in XML 1.0 production 4.
const start =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const part = `[${start}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]`

/** A name with at most one colon, tried at one place of the text. */
export const qualifiedName = () => new RegExp(`([${start}]${part}*)(?::([${start}]${part}*))?`, 'uy')

/** Any character that XML does not allow, in a text without unpaired surrogates. */
export const forbiddenCharacter = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/u

export const isAllowedCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
