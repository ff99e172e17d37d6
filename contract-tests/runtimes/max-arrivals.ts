/** How often a create arrives whose connection breaks, by runtime. docs/errors-and-retries.md has a row for each. */
export const maxArrivals = { Node: 1, Deno: 1, Bun: 1, Workers: 1, Chromium: 3, Firefox: 2, WebKitGTK: 2 }
