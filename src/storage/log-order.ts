/** Newest first: by fiscal year, and within one by the number of the continuation (`…/2026`, `…/2026.2`, `…/2026.10`). */
export const newestLogFirst = 'fiscal_year desc, length(origin) desc, origin desc'
