import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Libraries that every page needs, apart from our own code, so that an update of ours leaves them in the cache. */
const libraries: Readonly<Record<string, RegExp>> = {
  react: /node_modules\/(react|react-dom|scheduler)\//,
  frame: /node_modules\/(@tanstack|i18next|react-i18next)\//,
}

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and pictures stay files: the content security policy allows no font from a data: address.
    assetsInlineLimit: 0,
    rollupOptions: {
      // A page that takes one table of words from a contract shall not load the schemas beside it.
      treeshake: { moduleSideEffects: (id: string) => !/\/src\/\w+\/contract\.ts$/.test(id) },
      output: {
        manualChunks: (id: string) => Object.keys(libraries).find((name) => libraries[name]?.test(id)),
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.OMAMORI_SERVER ?? 'http://localhost:8080', changeOrigin: false } },
  },
})
