/** What a server does with the connection on which a create arrives. In a file of its own, which runs in a page too. */
export const createTreatments = [
  'closes before it reads the body',
  'resets before it reads the body',
  'closes while it reads the body',
  'resets while it reads the body',
  'closes after the request',
  'resets after the request',
  'closes within the response',
  'responds with 421',
  'closes the kept connection under the request',
] as const
