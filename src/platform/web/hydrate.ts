/** The browser's side of an island: brings the server's markup to life where the page says `data-island`. */
import { type ComponentType, h, hydrate } from 'preact'

/**
 * Called once at the end of each `name.island.tsx`: hydrates every `[data-island="name"]` with the JSON of its
 * `data-props`. On the server, where pages import the same component, it does nothing.
 */
export function hydrateIsland<Props extends object>(name: string, component: ComponentType<Props>): void {
  if (typeof document === 'undefined') return
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    hydrate(h(component, JSON.parse(place.dataset.props ?? '{}')), place)
  }
}
