import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Dictionary, dictionary } from './dictionary.ts'

export type Language = 'ja' | 'en'
export type Noun = keyof Dictionary
export type Facts = Readonly<Record<string, string | number | boolean>>

/** Says a sentence of one noun. A key that does not exist fails the type check. */
export type Say<N extends Noun> = (key: keyof Dictionary[N] & string, facts?: Facts) => string

const REMEMBERED = 'omamori-language'

/** Japanese is in the first download; English comes when it is asked for, and missing keys do not exist (types, test). */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'ja',
    fallbackLng: 'ja',
    resources: { ja: dictionary },
    defaultNS: 'app',
    keySeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  await speak(rememberedLanguage())
}

export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'app')) {
    const { english } = await import('./dictionary-en.ts')
    for (const [noun, words] of Object.entries(english)) i18next.addResourceBundle('en', noun, words)
  }
  document.documentElement.lang = language
  remember(language)
  await i18next.changeLanguage(language)
}

export function useWords<N extends Noun>(noun: N): Say<N> {
  const { t } = useTranslation(noun)
  return t as unknown as Say<N>
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'ja'
}

/** One of two words, for data that carries both languages itself. */
export function useBilingual(): (words: { readonly ja: string; readonly en: string }) => string {
  const language = useLanguage()
  return (words) => words[language]
}

// A browser may forbid storage; the page then simply starts in Japanese the next time.
function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'ja'
  } catch {
    return 'ja'
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // Nothing is lost but the preference.
  }
}
