/** What a person must know of an attached file besides its words. */
import { z } from 'zod'
import { DoubtKind } from '#modules/official-texts'

export const FileNote = z.object({
  kind: DoubtKind.extract([
    'converted-letters',
    'unread-picture',
    'unread-object',
    'unread-part',
    'left-out-note',
    'left-out-hidden',
  ]),
  line: z.number(),
  endLine: z.number(),
  /** The words in question, or what converted letters were; '' where there are none. */
  text: z.string(),
  /** The words around it, to find it in the document by. */
  near: z.string(),
})
export type FileNote = z.infer<typeof FileNote>
