import { Lexer } from 'yaml'

/**
 * Whether brackets, or dashes, question marks, anchors and tags on one line, nest deeper than `limit`. The parser takes its time with
 * such towers (minutes for a hundred kilobytes of `? ? ?`), the lexer does not, so this is asked first. Nesting by
 * indentation needs a space more for each level and is bounded by the size of the file.
 */
export function nestsDeeperThan(limit: number, text: string): boolean {
  let brackets = 0
  let indicators = 0
  let scalarFollows = false
  for (const token of new Lexer().lex(text)) {
    if (scalarFollows) scalarFollows = false
    else if (token === SCALAR_FOLLOWS) scalarFollows = true
    else if (token === '[' || token === '{') brackets++
    else if (token === ']' || token === '}') brackets--
    else if (/^([-?]$|[&!])/.test(token)) indicators++
    else if (token === ',' || token.endsWith('\n')) indicators = 0
    if (brackets + indicators > limit) return true
  }
  return false
}

// The lexer puts this control character before a plain scalar.
const SCALAR_FOLLOWS = '\x1f'
