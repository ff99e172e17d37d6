/** Why there is a step, in words for people. */
export const reasons = {
  create: 'the account does not have it',
  replace: 'its hostname can be set at creation only',
  delete: 'it is not in the desired state',
}

/** Why a resource is updated: how much differs, and which servers are attached again. */
export function toUpdateReason(changes: number, replaced: readonly string[] = []): string {
  const again = replaced.map((id) => `server ${JSON.stringify(id)} is replaced and attached again`)
  const count = changes === 1 ? '1 difference' : `${changes} differences`
  return [...(changes > 0 ? [count] : []), ...again].join(', ') || 'what cannot be compared is sent again'
}
