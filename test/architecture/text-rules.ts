/** Text of strangers is composed within bounds: ordering the marks of one letter takes the square of their number. */
import { isTest, type Rule } from './house.ts'

const home = 'src/kernel/text.ts'

/** In the program `.normalize()` is called in src/kernel/text.ts alone, which knows what to leave out before; others take its functions. */
export const composedInTheKernel: Rule = {
  name: 'Composed in the kernel',
  check: ({ sources }) =>
    sources.flatMap(({ path, calls }) =>
      path === home || isTest(path)
        ? []
        : calls
            .filter(({ name, method }) => method === 'normalize' && name !== method)
            .map(({ line }) => ({
              path,
              line,
              says: '.normalize() is unbounded: use composed or decomposed of #kernel',
            })),
    ),
}
