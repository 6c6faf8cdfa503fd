/** One message carried over a redirect in a cookie, shown once. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Flash } from '#platform/web/page.ts'

const name = 'hieuhoc_flash'

export function setFlash(http: Context, flash: Flash): void {
  setCookie(http, name, JSON.stringify(flash), { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 })
}

export function takeFlash(http: Context): Flash | undefined {
  const cookie = getCookie(http, name)
  if (!cookie) return undefined
  deleteCookie(http, name, { path: '/' })
  try {
    const flash: unknown = JSON.parse(cookie)
    return isFlash(flash) ? flash : undefined
  } catch {
    return undefined
  }
}

function isFlash(value: unknown): value is Flash {
  return (
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'kind' in value
  )
}
