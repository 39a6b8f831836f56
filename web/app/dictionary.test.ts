import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { dictionary } from './dictionary.ts'
import { english } from './dictionary-en.ts'

const web = dirname(dirname(fileURLToPath(import.meta.url)))

function sourceText(): string {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/^dist|words\.(ja|en)\.ts$|\.test\.tsx?$/.test(file))
  return sources.map((file) => readFileSync(join(web, file), 'utf8')).join('\n')
}

/** Where a key may be put together from a prefix, the code says so with a template: t(`state.${state}`). */
function prefixesIn(source: string): readonly string[] {
  return [...source.matchAll(/`([a-zA-Z][\w.:-]*)\$\{/g)].map(([, prefix]) => prefix ?? '')
}

const source = sourceText()
const prefixes = prefixesIn(source)
const isUsed = (noun: string, key: string) =>
  source.includes(`'${key}'`) ||
  source.includes(`'${noun}:${key}'`) ||
  prefixes.some((prefix) => prefix.length > 1 && key.startsWith(prefix))

const hasKana = (text: string) => /[\u3040-\u30ff]/.test(text)
const placesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<([a-zA-Z-]+)\/>/g)].map(([place]) => place).sort()

describe.each(Object.keys(dictionary) as (keyof typeof dictionary)[])('the words of %s', (noun) => {
  const ja: Readonly<Record<string, string>> = dictionary[noun]
  const en: Readonly<Record<string, string>> = english[noun]

  test('have the same keys in both languages, apart from English singulars', () => {
    expect(Object.keys(en).filter((key) => !key.endsWith('_one'))).toEqual(Object.keys(ja))
  })

  test('are all used somewhere', () => {
    expect(Object.keys(ja).filter((key) => !isUsed(noun, key))).toEqual([])
  })

  test('are translated, not copied: no kana in English and nothing empty', () => {
    const allowed = Object.entries(en).filter(([key]) => !/^(language\.|day\.)/.test(key))
    expect(allowed.filter(([, text]) => hasKana(text) || text.trim() === '')).toEqual([])
    expect(Object.entries(ja).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('have the same places for figures and parts in both languages', () => {
    const differing = Object.keys(ja).filter(
      (key) => JSON.stringify(placesIn(ja[key] ?? '')) !== JSON.stringify(placesIn(en[key] ?? '')),
    )
    expect(differing).toEqual([])
  })
})
