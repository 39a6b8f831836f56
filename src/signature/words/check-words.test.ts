import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkWords } from './check-words.ts'
import { changeWords, evidenceWords, remarkWords } from './remark-words.ts'

const root = fileURLToPath(new URL('../../../packages/signature', import.meta.url))
const sources = globSync('**/*.ts', { cwd: root })
  .filter((file) => !/\.test\.ts$|^(testing|fuzz|testdata|keys|policy|report|revocation)\//.test(file))
  .map((file) => readFileSync(`${root}/${file}`, 'utf8'))

const found = (...patterns: readonly RegExp[]) =>
  new Set(
    sources.flatMap((text) => patterns.flatMap((one) => [...text.matchAll(one)].flatMap(([, ...codes]) => codes))),
  )

// Every way in which the package's code names a check or a remark: a field, a constant, a conclusion, or the function that makes one.
const named = found(
  /\bcode(?:: | = )'([a-z][a-z0-9-]+)'/g,
  /\bcode: \w+ \? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g,
  /\b(?:failed|indeterminate)\(\s*'[A-Z_]+',\s*'([a-z][a-z0-9-]+)'/g,
  /\b(?:look|judge|check|back|stopped|trouble|unknown)\(\s*'([a-z][a-z0-9-]+)'/g,
  /\bnamed\(\s*'([a-z]+-[a-z-]+)',\s*(?:outside|nobody|found|twice|changed)/g,
  /'(later-revision-[a-z]+)'/g,
  /^ {4}\| '([a-z]+(?:-[a-z]+)+)'$/gm,
)

test('every check and every remark that the package makes has words, and no words are left over', () => {
  const said = [...Object.keys(checkWords), ...Object.keys(remarkWords)]
  expect(named.size).toBeGreaterThan(70)
  expect([...named].filter((code) => !said.includes(code))).toEqual([])
  expect(said.filter((code) => !named.has(code) && code !== 'policy')).toEqual([])
})

test('every later change and every sign of a kind of signer has words', () => {
  const changes = found(/^ {2}\| '([a-z]+(?:-[a-z]+)+)'$/gm, /change: '(unreadable)'/g)
  expect(Object.keys(changeWords).filter((code) => !changes.has(code))).toEqual([])
  const kinds = readFileSync(`${root}/pades/changes/change.ts`, 'utf8').matchAll(/\| '([a-z-]+)'/g)
  expect([...kinds].map(([, kind = '']) => kind).filter((kind) => !(kind in changeWords))).toEqual([])
  const evidence = readFileSync(`${root}/hpki/signer-kind.ts`, 'utf8').matchAll(/\['([a-z-]+)'\]/g)
  expect([...evidence].map(([, code = '']) => code).filter((code) => !(code in evidenceWords))).toEqual([])
})

test('no English stands in Japanese words, and no Japanese in English ones', () => {
  const all = [checkWords, remarkWords, changeWords, evidenceWords].flatMap((table) => Object.values(table))
  expect(all.filter(({ ja }) => !/[ぁ-んァ-ヶ]/.test(ja))).toEqual([])
  expect(all.filter(({ en }) => /[ぁ-んァ-ヶ一-龠]/.test(en))).toEqual([])
})
