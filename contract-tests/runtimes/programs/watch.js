// What would leave a page without outcomes is kept, so that whoever waits for them learns why.
globalThis.complaints = []
// Capturing, because a module that cannot be loaded is an event of its script element, which does not bubble.
addEventListener('error', ({ message }) => complaints.push(message ?? 'a script could not be loaded'), true)
addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)))
addEventListener('securitypolicyviolation', (event) => {
  complaints.push(`the policy forbids ${event.violatedDirective} ${event.blockedURI}`)
})
