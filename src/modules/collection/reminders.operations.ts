/** The letter of a reminder. */
import { z } from 'zod'
import { formatDate, say } from '#kernel/language.ts'
import { letter } from '#platform/mail/letter.ts'
import { texts } from './collection.texts.ts'
import { LanguageName } from './submissions/submissions.model.ts'

const Reminded = z.object({
  round: z.number(),
  unit: z.string(),
  unitName: z.string(),
  dueOn: z.string(),
  to: z.string(),
  name: z.string(),
  language: LanguageName,
})

export const writeReminder = letter({
  name: 'collection.writeReminder',
  on: 'collection.reminded',
  payload: Reminded,
  async write({ engine }, { to, language, unit, dueOn, round, ...words }) {
    const address = `${engine.settings.publicUrl}/rounds/${round}/units/${encodeURIComponent(unit)}`
    const params = { ...words, round: String(round), due: formatDate(dueOn), address }
    return { to, subject: say(language, texts.letterSubject, params), text: say(language, texts.letterBody, params) }
  },
})
