// The program of the page on standard output, as one script that needs no module: a page of a folder may load none.
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../../../web/emergency/main.ts', import.meta.url))

if (import.meta.main) {
  const { build } = await import('vite')
  const built = await build({
    ...{ configFile: false, publicDir: false, logLevel: 'error' },
    root: fileURLToPath(new URL('../../../../web', import.meta.url)),
    build: {
      ...{ write: false, target: 'es2022' },
      rollupOptions: {
        input: entry,
        output: { format: 'iife' },
        // What takes words or sizes from a contract shall not bring the schemas beside them.
        treeshake: { moduleSideEffects: (id: string) => !/\/src\/\w+\/(index|contract)\.ts$/.test(id) },
      },
    },
  })
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk') throw new Error('the page of the emergency package was not built')
  process.stdout.write(chunk.code)
}
