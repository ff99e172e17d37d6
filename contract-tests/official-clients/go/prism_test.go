// The official Go client on Prism with the latest edition: nothing is refused but what should be.
package portals

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/cloudflare/cloudflare-go/v7"
	"github.com/cloudflare/cloudflare-go/v7/option"
	zt "github.com/cloudflare/cloudflare-go/v7/zero_trust"
)

func connectPrism() *zt.AccessAIControlMcpService {
	client := cloudflare.NewClient(
		option.WithBaseURL(os.Getenv("CLOUDFLARE_PRISM_URL")), option.WithAPIToken("any"), option.WithMaxRetries(0))
	return client.ZeroTrust.Access.AIControls.Mcp
}

func newServer() zt.AccessAIControlMcpServerNewParams {
	search, find := cloudflare.F("search"), cloudflare.F("find")
	return zt.AccessAIControlMcpServerNewParams{
		AccountID:                    account,
		ID:                           cloudflare.F("docs"),
		AuthType:                     cloudflare.F(zt.AccessAIControlMcpServerNewParamsAuthTypeOAuth),
		Hostname:                     url,
		Name:                         cloudflare.F("Docs"),
		AuthCredentials:              cloudflare.F("a-credential"),
		ClientSecret:                 cloudflare.F("a-secret"),
		Description:                  cloudflare.Null[string](),
		IsSharedOAuthCallbackEnabled: yes,
		SecureWebGateway:             yes,
		UpdatedPrompts:               cloudflare.F([]zt.AccessAIControlMcpServerNewParamsUpdatedPrompt{{Name: search, Alias: find, Description: find, Enabled: no}}),
		UpdatedTools:                 cloudflare.F([]zt.AccessAIControlMcpServerNewParamsUpdatedTool{{Name: search, Alias: find, Description: find, Enabled: yes}}),
	}
}

func newPortal() zt.AccessAIControlMcpPortalNewParams {
	search, find := cloudflare.F("search"), cloudflare.F("find")
	return zt.AccessAIControlMcpPortalNewParams{
		AccountID:        account,
		ID:               cloudflare.F("engineering"),
		Hostname:         host,
		Name:             cloudflare.F("Engineering"),
		AllowCodeMode:    yes,
		CodeMode:         cloudflare.F(zt.AccessAIControlMcpPortalNewParamsCodeModeEnforced),
		Description:      cloudflare.F("Tools"),
		SecureWebGateway: yes,
		Servers: cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServer{{
			ServerID:        cloudflare.F("docs"),
			DefaultDisabled: yes,
			OnBehalf:        no,
			UpdatedPrompts:  cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServersUpdatedPrompt{{Name: search, Alias: find, Description: find, Enabled: no}}),
			UpdatedTools:    cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServersUpdatedTool{{Name: search, Alias: find, Description: find, Enabled: yes}}),
		}}),
	}
}

func TestPrismTakesEveryCallWithEveryField(t *testing.T) {
	mcp := connectPrism()
	taken := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	search, find := cloudflare.F("search"), cloudflare.F("find")
	taken(mcp.Servers.New(ctx, newServer()))
	taken(mcp.Servers.Update(ctx, "docs", zt.AccessAIControlMcpServerUpdateParams{
		AccountID:                    account,
		AuthCredentials:              cloudflare.F("another-credential"),
		ClientSecret:                 cloudflare.F("another-secret"),
		Description:                  cloudflare.Null[string](),
		IsSharedOAuthCallbackEnabled: no,
		Name:                         cloudflare.F("Product docs"),
		SecureWebGateway:             no,
		UpdatedPrompts:               cloudflare.F([]zt.AccessAIControlMcpServerUpdateParamsUpdatedPrompt{{Name: search, Alias: find, Description: find, Enabled: no}}),
		UpdatedTools:                 cloudflare.F([]zt.AccessAIControlMcpServerUpdateParamsUpdatedTool{{Name: search, Alias: find, Description: find, Enabled: yes}}),
	}))
	taken(mcp.Servers.Read(ctx, "docs", zt.AccessAIControlMcpServerReadParams{AccountID: account}))
	taken(mcp.Servers.Sync(ctx, "docs", zt.AccessAIControlMcpServerSyncParams{AccountID: account}))
	taken(mcp.Servers.Delete(ctx, "docs", zt.AccessAIControlMcpServerDeleteParams{AccountID: account}))
	taken(mcp.Servers.List(ctx, zt.AccessAIControlMcpServerListParams{
		AccountID: account, Page: cloudflare.F(int64(1)), PerPage: cloudflare.F(int64(100)), Search: cloudflare.F("docs")}))
	taken(mcp.Portals.New(ctx, newPortal()))
	taken(mcp.Portals.Update(ctx, "engineering", zt.AccessAIControlMcpPortalUpdateParams{
		AccountID:        account,
		AllowCodeMode:    no,
		CodeMode:         cloudflare.F(zt.AccessAIControlMcpPortalUpdateParamsCodeModeOff),
		Description:      cloudflare.F("Other tools"),
		Hostname:         host,
		Name:             cloudflare.F("Platform"),
		SecureWebGateway: no,
		Servers: cloudflare.F([]zt.AccessAIControlMcpPortalUpdateParamsServer{{
			ServerID:        cloudflare.F("docs"),
			DefaultDisabled: yes,
			OnBehalf:        no,
			UpdatedPrompts:  cloudflare.F([]zt.AccessAIControlMcpPortalUpdateParamsServersUpdatedPrompt{{Name: search, Alias: find, Description: find, Enabled: no}}),
			UpdatedTools:    cloudflare.F([]zt.AccessAIControlMcpPortalUpdateParamsServersUpdatedTool{{Name: search, Alias: find, Description: find, Enabled: yes}}),
		}}),
	}))
	taken(mcp.Portals.Read(ctx, "engineering", zt.AccessAIControlMcpPortalReadParams{AccountID: account}))
	taken(mcp.Portals.Delete(ctx, "engineering", zt.AccessAIControlMcpPortalDeleteParams{AccountID: account}))
	taken(mcp.Portals.List(ctx, zt.AccessAIControlMcpPortalListParams{
		AccountID: account, Page: cloudflare.F(int64(1)), PerPage: cloudflare.F(int64(100)), Search: cloudflare.F("eng")}))
}

func TestPrismRefusesWhatItShould(t *testing.T) {
	mcp := connectPrism()
	refused := func(_ any, err error) {
		t.Helper()
		var failure *cloudflare.Error
		if !errors.As(err, &failure) || failure.StatusCode != 400 {
			t.Fatalf("expected a refusal with 400, received %v", err)
		}
	}
	server, portal := newServer(), newPortal()
	server.ID = cloudflare.F("Two--hyphens")
	refused(mcp.Servers.New(ctx, server))
	server = newServer()
	server.Description = cloudflare.F(strings.Repeat("x", 513))
	refused(mcp.Servers.New(ctx, server))
	portal.Hostname = url
	refused(mcp.Portals.New(ctx, portal))
	refused(mcp.Portals.List(ctx, zt.AccessAIControlMcpPortalListParams{AccountID: account, PerPage: cloudflare.F(int64(101))}))
	refused(mcp.Portals.Update(ctx, "engineering", zt.AccessAIControlMcpPortalUpdateParams{
		AccountID: account, CodeMode: cloudflare.F(zt.AccessAIControlMcpPortalUpdateParamsCodeMode("on"))}))
}
