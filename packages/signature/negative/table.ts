import { cases, subjects } from './cases.ts'
import type { NegativeCase } from './negative-case.ts'

const introduction = `# 検証の負例 / Files that must not be believed as they stand

What was done to a file, and what \`omamori verify\` answers. Every row is made and asked anew by \`packages/signature/negative/negative.test.ts\`,
which also asks the same file without what was done: that one is TOTAL-PASSED, with the licence confirmed. This page is written by that test
(\`npx vitest run packages/signature/negative -u\`) and compared with the rows by every run. Where a signature itself holds, the licence, a
remark on what is covered, or the answer about its time stamp says what is wrong.

${cases.length} cases.
`

/** The page docs/negative-cases.md. */
export function negativeCasesPage(): string {
  let number = 0
  const rows = (list: readonly NegativeCase[]) =>
    list.map((one) => `| ${++number} | ${one.format} | ${one.done} | ${answerOf(one)} |`)
  const tables = subjects.map(({ subject, cases: list }) =>
    [`## ${subject}`, '', '| | format | what was done | answer |', '|---|---|---|---|', ...rows(list), ''].join('\n'),
  )
  return [introduction, ...tables].join('\n')
}

function answerOf({ expected, qualification, remark, stamp }: NegativeCase): string {
  const decided = expected.indication === 'TOTAL-PASSED' ? '' : ` ${expected.subIndication} (\`${expected.decidedBy}\`)`
  return [
    `${expected.indication}${decided}`,
    ...(qualification === undefined ? [] : [`licence \`${qualification}\``]),
    ...(remark === undefined ? [] : [`remark \`${remark}\``]),
    ...(stamp === undefined ? [] : [`the stamp ${stamp}`]),
  ].join('; ')
}
