type Pair = readonly [title: string, detail: string]

/** A refusal in both languages: what happened, and what is safe and to be done. */
export const said = (ja: Pair, en: Pair) => ({
  ja: { title: ja[0], detail: ja[1] },
  en: { title: en[0], detail: en[1] },
})
