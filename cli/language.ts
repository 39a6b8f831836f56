export type Language = 'ja' | 'en'

/** The language of this call, read before the commands are made, because their help is in it too. */
export function languageOf(argv: readonly string[]): Language {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = argv[index]?.includes('=') ? argv[index]?.split('=')[1] : argv[index + 1]
  return index >= 0 && value === 'en' ? 'en' : 'ja'
}
