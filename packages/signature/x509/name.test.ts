import { expect, test } from 'vitest'
import { readAsn1 } from '../asn1/read.ts'
import { oid, sequence, setOf, utf8String } from '../asn1/write.ts'
import { name } from '../testing/issue.ts'
import { nameInWords, readName } from './name.ts'

const key = (octets: Uint8Array): string => readName(readAsn1(octets)).key

test('case, inner spaces and the form of letters do not make another name', () => {
  expect(key(name(['CN', 'Mihon  TARO ']))).toBe(key(name(['CN', 'mihon taro'])))
  expect(key(name(['CN', 'Ｍｉｈｏｎ　Ｔａｒｏ']))).toBe(key(name(['CN', 'Mihon Taro'])))
})

test('the order of the parts does', () => {
  expect(key(name(['O', 'Mihon'], ['CN', 'Taro']))).not.toBe(key(name(['CN', 'Taro'], ['O', 'Mihon'])))
})

test('no text can pretend to be another attribute, in its own part or in the next', () => {
  const pair = (type: string, text: string) => sequence(oid(type), utf8String(text))
  const two = sequence(setOf(pair('2.5.4.3', 'x'), pair('2.5.4.11', 'y')))
  for (const joint of ['+', '\t', '\n', ', ']) {
    expect(key(sequence(setOf(pair('2.5.4.3', `x${joint}2.5.4.11=y`))))).not.toBe(key(two))
    expect(key(name(['CN', `x${joint}2.5.4.11=y`]))).not.toBe(key(name(['CN', 'x'], ['OU', 'y'])))
  }
})

test('a name without a CN is told as it is', () => {
  expect(nameInWords(readName(readAsn1(name(['C', 'JP'], ['OU', 'Mihon'], ['OU', 'Root']))))).toBe(
    'C=JP, OU=Mihon, OU=Root',
  )
})
