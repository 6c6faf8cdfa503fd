/** The shapes that stand beside every colour: drawn on 12 x 12, in the colour of their text. */
const shapes = {
  check: 'M2 6.5 5 9.5 10 3',
  arrow: 'M1.5 6h9M7 2.5 10.5 6 7 9.5',
  alert: 'M6 1.5v5.5M6 10.4v.1',
  cross: 'M3 3l6 6M9 3 3 9',
  ring: 'M6 2.5a3.5 3.5 0 1 0 .01 0z',
  pen: 'M2 10l.6-2.6L8.4 1.6l2 2L4.6 9.4z',
  back: 'M4.5 2 1.5 5l3 3M1.5 5h5a3.5 3.5 0 0 1 0 5.5',
  clock: 'M6 1.2a4.8 4.8 0 1 0 .01 0zM6 3.5V6l2 1.2',
  wave: 'M1 6c1.7-3.3 3.3-3.3 5 0s3.3 3.3 5 0',
  dots: 'M2 6h.1M6 6h.1M10 6h.1',
  moon: 'M10 7.3A4.5 4.5 0 1 1 4.7 2 3.6 3.6 0 0 0 10 7.3z',
  chevron: 'M2.5 4.5 6 8l3.5-3.5',
  up: 'M6 10V2M2.5 5.5 6 2l3.5 3.5',
  down: 'M6 2v8M2.5 6.5 6 10l3.5-3.5',
  sort: 'M3.5 4.5 6 2l2.5 2.5M3.5 7.5 6 10l2.5-2.5',
  bars: 'M1.5 3h9M1.5 6h9M1.5 9h9',
} as const

export type Shape = keyof typeof shapes
export const shapeNames = Object.keys(shapes) as Shape[]

/** The path of a shape, for a place inside another drawing. */
export function pathOf(shape: Shape): string {
  return shapes[shape]
}

/** One shape. Says nothing to a screen reader: a word stands beside it. */
export function Icon({ shape }: { shape: Shape }) {
  return (
    <svg class="icon" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} />
    </svg>
  )
}
