/** Ctrl K (or ⌘ K) goes to the search, from anywhere on the page. */

if (typeof document !== 'undefined') {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
    const shown = [...document.querySelectorAll<HTMLInputElement>('[data-search]')].find((input) => input.offsetParent)
    if (!shown) return
    event.preventDefault()
    shown.focus()
    shown.select()
  })
}

export {}
