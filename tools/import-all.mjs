// Imports every source file with plain node. Vitest and tsc accept syntax (decorators, enums) that node does not.
import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const files = globSync('{packages,src,server,cli,bench}/**/*.ts', { exclude: (name) => name === 'node_modules' })
  .filter((file) => !/\.test\.ts$|\/testing(\/|[-.][^/]*$)|node_modules/.test(file))
  .sort()

const failures = []
for (const file of files) {
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    failures.push(`${file}: ${error.message.split('\n')[0]}`)
  }
}
for (const failure of failures) console.error(failure)
console.log(`${files.length - failures.length} of ${files.length} files imported`)
process.exit(failures.length === 0 && files.length > 0 ? 0 : 1)
