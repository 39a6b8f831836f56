import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { inGroups, type RandomBytes, randomText, readCode } from './random.ts'

// Ten fit on a card; forty bits each are far beyond the tries that the lockout leaves.
const CODES = 10
const CODE_LENGTH = 8
const SALT_BYTES = 16

const schema = z.strictObject({ salt: z.string(), hashes: z.array(z.string()) })

/** 番号表 — a printed list of codes, each good once, as it is kept: salted hashes, sealed by the caller. */
export type CodeList = Readonly<z.infer<typeof schema>>

/** A fresh list: the codes to print, shown this once, and what is kept of them. */
export function drawCodeList(randomBytes: RandomBytes): { readonly codes: readonly string[]; readonly list: CodeList } {
  const salt = Buffer.from(randomBytes(SALT_BYTES)).toString('hex')
  const codes = Array.from({ length: CODES }, () => randomText(randomBytes, CODE_LENGTH))
  return { codes: codes.map(inGroups), list: { salt, hashes: codes.map((code) => hashOf(salt, code)) } }
}

/** The list without the code that was typed, or undefined when the code is not on it. */
export function withoutCode(list: CodeList, typed: string): CodeList | undefined {
  const wanted = Buffer.from(hashOf(list.salt, readCode(typed)), 'hex')
  const rest = list.hashes.filter((hash) => !timingSafeEqual(Buffer.from(hash, 'hex'), wanted))
  return rest.length === list.hashes.length ? undefined : { ...list, hashes: rest }
}

export function encodeCodeList(list: CodeList): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(list))
}

export function decodeCodeList(bytes: Uint8Array): CodeList {
  return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

function hashOf(salt: string, code: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(code).digest('hex')
}
