import type { Translated } from '../app/dictionary.ts'
import type { ja } from './words.ja.ts'

export const en: Translated<typeof ja> = {}
