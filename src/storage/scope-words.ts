import { OutsideScope } from './outside-scope.ts'

/** Words that raw SQL and function calls may use. None of them can reach a table, a setting or a file. */
export const allowedWords: ReadonlySet<string> = new Set(
  [
    'and or not is null true false in between like escape case when then else end exists any',
    'distinct asc desc nulls first last as over partition order by',
    'cast text integer bigint',
    'count sum min max avg coalesce nullif abs round row_number',
    'length octet_length lower upper substr trim',
  ].flatMap((line) => line.split(' ')),
)

const plainSql = /^[\sa-z_0-9|<>=+*/%(),-]*$/i
const comment = /--|\/\*/

/** Refuses text with names, quotes, comments or semicolons: values are parameters and columns come by `sql.ref`. */
export function refuseUnknownWords(fragments: readonly string[]): void {
  const text = fragments.join(' ')
  const words = text.toLowerCase().match(/[a-z_][a-z_0-9]*/g) ?? []
  const strange = words.find((word) => !allowedWords.has(word))
  if (strange !== undefined) throw new OutsideScope(`raw SQL in a scope may not say ${strange}`)
  if (!plainSql.test(text) || comment.test(text) || !isBalanced(text)) {
    throw new OutsideScope(`raw SQL cannot be judged: ${text}`)
  }
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
