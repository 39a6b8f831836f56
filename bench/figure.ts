/** 測った数字 — one measured figure beside the limit it is held against. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly limit: number
  /** What the limit is: the bar, or a named peer measured in the same run. */
  readonly against: string
  readonly values: readonly number[]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return (low + high) / 2
}

/** A row of the table: median, spread, limit and ratio. Below 1.00 is within the limit. */
export function row({ name, unit, limit, against, values }: Figure): readonly string[] {
  const middle = median(values)
  const spread = `${round(Math.min(...values))}–${round(Math.max(...values))}`
  return [
    name,
    `${round(middle)} ${unit}`,
    spread,
    `${limit} ${unit}`,
    (middle / limit).toFixed(2),
    String(values.length),
    against,
  ]
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
