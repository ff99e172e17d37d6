export const help = `Checks the Cloudflare API for MCP portals and MCP servers against its OpenAPI description.

Usage:
  cloudflare-mcp-portals verify [options]        check a server
  cloudflare-mcp-portals drift REFERENCE.md…     check the API reference

  --help      show this, or the help of a command
  --version   show the version

Exit codes: 0 all is as described, 1 it is not, 2 it could not be checked.
`

export const verifyHelp = `Runs the contract cases against a server. Without --write nothing is changed.

Usage:
  cloudflare-mcp-portals verify [options]

  --base-url URL          where the API is (CLOUDFLARE_BASE_URL; else https://api.cloudflare.com/client/v4)
  --account ID            identifier of the account (CLOUDFLARE_ACCOUNT_ID)
  --write                 create, change and delete two servers and a portal whose ids begin with "contract-"; they are
                          deleted whatever happens, after Ctrl-C too
  --server-url URL        URL of these servers (else one of example.com)
  --portal-hostname NAME  host name of this portal, if the API takes only host names of the account (else one of
                          example.com)
  --stateless             the server is a mock that answers from examples: check each answer, compare none with another
  --reporter NAME         text (default), json, junit or github
  --help                  show this

The API token is taken from CLOUDFLARE_API_TOKEN, and is never shown.

Exit codes: 0 all cases are met, 1 the contract is violated, 2 a case could not be run, 130 or 143 interrupted. What is
new in a response is reported, and violates nothing.
`

export const driftHelp = `Compares the API reference, in the markdown that Cloudflare publishes, with the description.

Usage:
  cloudflare-mcp-portals drift REFERENCE.md…     files or addresses of pages that together document all operations;
                                                 - is the standard input

  --reporter NAME   text (default), json or github
  --help            show this

Exit codes: 0 both say the same, 1 they differ, 2 a page could not be read.
`
