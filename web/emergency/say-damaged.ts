import type { Damaged } from './opened-package.ts'
import type { Words } from './words.ts'

export const sayDamaged = ({ file, missing }: Damaged, words: Words): string =>
  missing ? words.missing(file) : words.changed(file)
