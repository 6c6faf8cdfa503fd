/** One showing of a component, shared by the style guide and the tests. */
import type { ComponentChild } from 'preact'
import type { Words } from '#kernel/language.ts'
import type { Reader } from '#ui/reader.ts'

export interface Example {
  readonly name: Words
  render(reader: Reader): ComponentChild
}
