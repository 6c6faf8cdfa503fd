/** Runs before each test file, also where files share what they import: what a file opened ends with it. */
import { afterAll } from 'vitest'
import { dropTestDatabases } from './database.ts'

// Within a hook of the file itself a hook would never run, and on importing it would run after the first file only.
afterAll(dropTestDatabases)
