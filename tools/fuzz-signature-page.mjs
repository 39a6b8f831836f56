const figure = (number) => Math.round(number).toLocaleString('en-US')

/** docs/fuzz.md from what a run kept. */
export function pageOf({ seed, targets }, day) {
  const rows = Object.entries(targets).map(([name, { done, read, refused, thrown, seconds, slowest }]) => {
    const cells = [
      name,
      ...[done, read, refused, thrown.length].map(figure),
      figure(slowest.ms),
      figure(done / seconds),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return `# Mutated input

\`node tools/fuzz-signature.mjs --seed ${seed} --state FILE --page docs/fuzz.md\`, figures of ${day}, on two cores that did other work too. Every
reader of the signature package that meets octets from outside gets mutants of honest input. Each is read or refused with a
reason; anything else is a find, and would stand in the fifth column. What mutants mean is judged elsewhere: [negative
cases](negative-cases.md) holds what a forger would do.

| reader | mutants | read | refused | finds | slowest, ms | a second |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
