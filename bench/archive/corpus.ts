import type { Day } from '#shared'
import { addDays } from '#shared'

/** A row of numbers from 0 to 1 that is the same in every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

// What charts are full of, most frequent first; the rest of the words is put together of their characters.
const common =
  `患者 診察 本日 発熱 頭痛 血圧 検査 投与 継続 経過 良好 疼痛 糖尿病 高血圧症 ワルファリン メトホルミン HbA1c 2mg 紹介状 同意書
  診療情報提供書 胸部X線 心電図 外来 入院 退院 手術 既往歴 アレルギー 副作用 肺炎 胃炎 腎機能 肝機能 脂質異常症 アムロジピン ロキソプロフェン 
  mg 錠 来院 主訴 咳嗽 喀痰 嘔気 嘔吐 下痢 便秘 めまい しびれ 浮腫 貧血`
    .split(/\s+/)
    .filter(Boolean)
const characters = [...new Set(common.join('').match(/[一-龠]/g))]
const particles = ['を', 'に', 'が', 'は', 'の', 'と', '。', '、', 'あり。', 'なし。']
const WORDS = 30_000
export const kinds = [
  'medical-record',
  'medical-record',
  'medical-record',
  'test-result',
  'referral',
  'consent',
] as const
export const PATIENTS = 60_000
export const YEARS = 10
const LENGTH = 300

/** 30,000 words; the n-th stands in a text about as often as 1 in n (Zipf), as words do. */
export function vocabulary(): readonly string[] {
  const random = numbersFrom(1)
  const one = () => characters[Math.floor(random() * characters.length)] ?? ''
  const made = Array.from({ length: WORDS - common.length }, (_, i) => (i % 9 === 8 ? `${one()}${one()}${i}` : word()))
  function word(): string {
    return Array.from({ length: 2 + Math.floor(random() * 3) }, one).join('')
  }
  return [...common, ...made]
}

/** A page of a chart, about 300 characters. */
export function pageOf(words: readonly string[], random: () => number): string {
  let text = ''
  while (text.length < LENGTH) {
    text += words[Math.floor(words.length ** random()) - 1] ?? ''
    text += particles[Math.floor(random() * particles.length)]
  }
  return text
}

export const firstDay: Day = '2016-11-24'

/** Written on the day it came in, and every twentieth long before: a scan of old paper. */
export function dayOfNumber(number: number, of: number, random: () => number): Day {
  const day = Math.floor((number / of) * 365 * YEARS)
  return addDays(firstDay, random() < 0.05 ? Math.floor(random() * day) : day)
}
