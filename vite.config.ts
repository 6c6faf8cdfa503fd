/** How the program is built: the browser's styles and islands to dist/client, the server to dist/server. */
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'

/** Packages of so many small files that opening them takes a command as long as its work: they go into the build. */
const bundled = ['@hono/node-server', '@zxcvbn-ts/core', 'commander', 'hono', 'htmlparser2', 'kysely', 'uuid', 'zod']

const islands = globSync('src/**/*.island.tsx', { cwd: import.meta.dirname }).sort()

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { emptyOutDir: false, reportCompressedSize: false },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: 'manifest.json',
        // Fonts stay files: the Content-Security-Policy allows no data: fonts, and a file is cached on its own.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: {
            index: 'src/ui/styles/index.css',
            ...Object.fromEntries(islands.map((file) => [basename(file, '.tsx'), file])),
          },
          output: {
            codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/preact|src\/platform\/web\/hydrate/ }] },
          },
        },
      },
    },
    ssr: {
      // Other dependencies are loaded from node_modules.
      resolve: { external: true, noExternal: bundled },
      build: {
        ssr: true,
        outDir: 'dist/server',
        target: 'node24',
        sourcemap: true,
        minify: false,
        emitAssets: false,
        rolldownOptions: {
          input: { main: 'src/app/main.ts', heavy: 'src/app/heavy.ts' },
          output: {
            // The threads of a running server go on with the entry of its own build.
            entryFileNames: ({ name }) => (name === 'heavy' ? 'heavy-[hash].js' : '[name].js'),
            chunkFileNames: 'chunks/[name]-[hash].js',
          },
        },
      },
    },
  },
  builder: {},
})
