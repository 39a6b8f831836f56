import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parsePlain, parseYaml } from './plain-yaml.ts'

const data = new URL('./data/', import.meta.url)
const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))

describe('the quick reader', () => {
  it.each(files)('reads %s exactly as yaml does', (name) => {
    const document = readFileSync(new URL(name, data), 'utf8')
    expect(parsePlain(document)).toEqual(parse(document))
  })

  it.each([
    ['a: 1\nb: true\nc: word and word', { a: 1, b: true, c: 'word and word' }],
    ["- { fact: x, is: false }\n- ['it''s', b.c]", [{ fact: 'x', is: false }, ["it's", 'b.c']]],
    ['a:\n  - b: 6.5.C-1\n    c:\n      - d\n  # aside\n\n  - b: 2', { a: [{ b: '6.5.C-1', c: ['d'] }, { b: 2 }] }],
    ['a: []\nb: {}\nc: "it\'s"', { a: [], b: {}, c: "it's" }],
    ['a: 第5.2版（令和4年3月）', { a: '第5.2版（令和4年3月）' }],
  ])('reads %j', (document, value) => {
    expect(parsePlain(document)).toEqual(value)
    expect(parse(document)).toEqual(value)
  })

  it.each([
    'a: |\n  two\n  lines',
    'a: one\n  more',
    'a: "quoted \\u3042"',
    'a: 6.5',
    'a: 0x1f',
    'a: 010',
    'a: 1e3',
    'a: .5',
    'a: null',
    'a: ~',
    'a: TRUE',
    'a:\nb: 1',
    'a: &x 1\nb: *x',
    'a: word # comment',
    'a: [b, c] # comment',
    'a:  two',
    'a: trailing ',
    'a: [x, ]',
    'a: [,]',
    'a: !!str b',
    'a: [x, [y]',
    'a: 1\na: 2',
    'a: { b: 1, b: 2 }',
    'a: b: c',
    '? a\n: b',
    'a:\n- b',
    'a:\n    b: 1',
    'a:\n\t- b',
    '- - a',
    '- a\nb: 1',
    '---\na: 1',
    "a: 'open",
    "a: 'one' two",
    'a: 1\r\nb: 2',
    '',
  ])('leaves %j to yaml, and both give the same', (document) => {
    expect(outcome(() => parseYaml(document))).toEqual(outcome(() => parse(document)))
  })
})

function outcome(read: () => unknown): unknown {
  try {
    return { value: read() }
  } catch (error) {
    return { error: String(error) }
  }
}
