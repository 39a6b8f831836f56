/** 三値 — true, false or not known. What is not known stays so, unless the rest decides alone. */
export type Truth = boolean | undefined

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(undefined) ? undefined : true
}

export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(undefined) ? undefined : false
}

/** Whether the figure, when it is known, is at least the bound. */
export function atLeast(value: number | undefined, bound: number): Truth {
  return value === undefined ? undefined : value >= bound
}
