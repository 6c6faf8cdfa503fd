/** Identity: UUIDv7, made in the application (PostgreSQL 15 has no function for it). */
import { v7 } from 'uuid'

export function newId(): string {
  return v7()
}
