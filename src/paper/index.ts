export { compile } from './compile.ts'
export { dayInFewWords, dayInWords, type PaperLanguage } from './day-in-words.ts'
export { printable, shortened } from './printable.ts'
