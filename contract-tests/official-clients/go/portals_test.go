// The official Go client on the mock: every call with every field that it knows, and both lists to their end.
package portals

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cloudflare/cloudflare-go/v7"
	"github.com/cloudflare/cloudflare-go/v7/option"
	zt "github.com/cloudflare/cloudflare-go/v7/zero_trust"
)

var (
	ctx     = context.Background()
	account = cloudflare.F("a86a8f5c339544d7bdc89926de14fb8c")
	url     = cloudflare.F("https://docs.example.com/mcp")
	host    = cloudflare.F("mcp.example.com")
	yes     = cloudflare.F(true)
	no      = cloudflare.F(false)
)

func connect() *zt.AccessAIControlMcpService {
	client := cloudflare.NewClient(
		option.WithBaseURL(os.Getenv("CLOUDFLARE_BASE_URL")), option.WithAPIToken("any"), option.WithMaxRetries(0))
	return client.ZeroTrust.Access.AIControls.Mcp
}

func must[T any](t *testing.T) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func equal(t *testing.T, received, expected any) {
	t.Helper()
	if fmt.Sprint(received) != fmt.Sprint(expected) {
		t.Fatalf("received %v, expected %v", received, expected)
	}
}

func expectStatus(t *testing.T, err error, status int, code int64) {
	t.Helper()
	var refused *cloudflare.Error
	if !errors.As(err, &refused) || refused.StatusCode != status || refused.Errors[0].Code != code {
		t.Fatalf("expected %d and %d, received %v", status, code, err)
	}
}

func TestTheLifeOfAServerAndAPortal(t *testing.T) {
	mcp := connect()
	search, find, finds := cloudflare.F("search"), cloudflare.F("find"), cloudflare.F("Finds")
	created := must[*zt.AccessAIControlMcpServerNewResponse](t)(mcp.Servers.New(ctx, zt.AccessAIControlMcpServerNewParams{
		AccountID:                    account,
		ID:                           cloudflare.F("docs"),
		AuthType:                     cloudflare.F(zt.AccessAIControlMcpServerNewParamsAuthTypeOAuth),
		Hostname:                     url,
		Name:                         cloudflare.F("Docs"),
		AuthCredentials:              cloudflare.F("a-credential"),
		ClientSecret:                 cloudflare.F("a-secret"),
		Description:                  cloudflare.F("Documentation"),
		IsSharedOAuthCallbackEnabled: yes,
		SecureWebGateway:             yes,
		UpdatedPrompts:               cloudflare.F([]zt.AccessAIControlMcpServerNewParamsUpdatedPrompt{{Name: search, Alias: find, Description: finds, Enabled: no}}),
		UpdatedTools:                 cloudflare.F([]zt.AccessAIControlMcpServerNewParamsUpdatedTool{{Name: search, Alias: find, Description: finds, Enabled: yes}}),
	}))
	equal(t, created.Status, "waiting")
	equal(t, created.UpdatedTools[0].Alias, "find")
	equal(t, created.AuthConfigSummary.HasClientSecret, true)
	if raw := created.JSON.RawJSON(); strings.Contains(raw, "a-credential") || strings.Contains(raw, "a-secret") {
		t.Fatal("a credential is shown")
	}
	if created.CreatedAt.IsZero() || created.ModifiedAt.IsZero() {
		t.Fatal("a time is not decoded")
	}

	updated := must[*zt.AccessAIControlMcpServerUpdateResponse](t)(mcp.Servers.Update(ctx, "docs", zt.AccessAIControlMcpServerUpdateParams{
		AccountID:                    account,
		AuthCredentials:              cloudflare.F("another-credential"),
		ClientSecret:                 cloudflare.F("another-secret"),
		Description:                  cloudflare.Null[string](),
		IsSharedOAuthCallbackEnabled: no,
		Name:                         cloudflare.F("Product docs"),
		SecureWebGateway:             no,
		UpdatedPrompts:               cloudflare.F([]zt.AccessAIControlMcpServerUpdateParamsUpdatedPrompt{}),
		UpdatedTools:                 cloudflare.F([]zt.AccessAIControlMcpServerUpdateParamsUpdatedTool{{Name: search, Alias: find, Description: finds, Enabled: yes}}),
	}))
	equal(t, updated.Name, "Product docs")
	equal(t, updated.Description, "")
	equal(t, updated.ModifiedAt.After(created.ModifiedAt), true)
	synced := must[*zt.AccessAIControlMcpServerSyncResponse](t)(mcp.Servers.Sync(ctx, "docs", zt.AccessAIControlMcpServerSyncParams{AccountID: account}))
	equal(t, synced.Status, "ready")
	read := must[*zt.AccessAIControlMcpServerReadResponse](t)(mcp.Servers.Read(ctx, "docs", zt.AccessAIControlMcpServerReadParams{AccountID: account}))
	equal(t, read.Tools[1]["name"], "fetch")

	made := must[*zt.AccessAIControlMcpPortalNewResponse](t)(mcp.Portals.New(ctx, zt.AccessAIControlMcpPortalNewParams{
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
			UpdatedPrompts:  cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServersUpdatedPrompt{}),
			UpdatedTools:    cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServersUpdatedTool{{Name: search, Alias: find, Description: finds, Enabled: yes}}),
		}}),
	}))
	equal(t, made.CodeMode, "enforced")
	equal(t, made.Servers[0].ServerID, "docs")
	equal(t, made.Servers[0].UpdatedTools[0].PortalAlias, "find")
	changed := must[*zt.AccessAIControlMcpPortalUpdateResponse](t)(mcp.Portals.Update(ctx, "engineering", zt.AccessAIControlMcpPortalUpdateParams{
		AccountID:        account,
		AllowCodeMode:    no,
		CodeMode:         cloudflare.F(zt.AccessAIControlMcpPortalUpdateParamsCodeModeOff),
		Description:      cloudflare.F("Other tools"),
		Hostname:         host,
		Name:             cloudflare.F("Platform"),
		SecureWebGateway: no,
		Servers: cloudflare.F([]zt.AccessAIControlMcpPortalUpdateParamsServer{{
			ServerID:        cloudflare.F("docs"),
			DefaultDisabled: no,
			OnBehalf:        yes,
			UpdatedPrompts:  cloudflare.F([]zt.AccessAIControlMcpPortalUpdateParamsServersUpdatedPrompt{}),
			UpdatedTools:    cloudflare.F([]zt.AccessAIControlMcpPortalUpdateParamsServersUpdatedTool{{Name: search, Alias: find, Description: finds, Enabled: no}}),
		}}),
	}))
	shown := must[*zt.AccessAIControlMcpPortalReadResponse](t)(mcp.Portals.Read(ctx, "engineering", zt.AccessAIControlMcpPortalReadParams{AccountID: account}))
	equal(t, []any{shown.Name, shown.CodeMode}, []any{changed.Name, "off"})

	must[*zt.AccessAIControlMcpPortalDeleteResponse](t)(mcp.Portals.Delete(ctx, "engineering", zt.AccessAIControlMcpPortalDeleteParams{AccountID: account}))
	must[*zt.AccessAIControlMcpServerDeleteResponse](t)(mcp.Servers.Delete(ctx, "docs", zt.AccessAIControlMcpServerDeleteParams{AccountID: account}))
	_, err := mcp.Servers.Read(ctx, "docs", zt.AccessAIControlMcpServerReadParams{AccountID: account})
	expectStatus(t, err, 404, 7002)
	_, err = mcp.Portals.New(ctx, zt.AccessAIControlMcpPortalNewParams{AccountID: account, ID: cloudflare.F("Engineering"), Hostname: host, Name: cloudflare.F("x")})
	expectStatus(t, err, 400, 7001)
}

func TestBothListsComeToAnEnd(t *testing.T) {
	mcp := connect()
	var ids, servers, portals []string
	for number := range 45 {
		id := fmt.Sprintf("server-%d", number)
		ids = append(ids, id)
		must[*zt.AccessAIControlMcpServerNewResponse](t)(mcp.Servers.New(ctx, zt.AccessAIControlMcpServerNewParams{
			AccountID: account, ID: cloudflare.F(id), Name: cloudflare.F(id), Hostname: url,
			AuthType: cloudflare.F(zt.AccessAIControlMcpServerNewParamsAuthTypeUnauthenticated),
		}))
		must[*zt.AccessAIControlMcpPortalNewResponse](t)(mcp.Portals.New(ctx, zt.AccessAIControlMcpPortalNewParams{
			AccountID: account, ID: cloudflare.F(id), Name: cloudflare.F(id), Hostname: host,
			Servers: cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServer{{ServerID: cloudflare.F(id)}}),
		}))
	}
	eachServer := mcp.Servers.ListAutoPaging(ctx, zt.AccessAIControlMcpServerListParams{AccountID: account})
	for eachServer.Next() {
		servers = append(servers, eachServer.Current().ID)
	}
	eachPortal := mcp.Portals.ListAutoPaging(ctx, zt.AccessAIControlMcpPortalListParams{AccountID: account, PerPage: cloudflare.F(int64(7))})
	for eachPortal.Next() {
		portals = append(portals, eachPortal.Current().ID)
	}
	equal(t, []any{eachServer.Err(), eachPortal.Err()}, []any{nil, nil})
	equal(t, servers, ids)
	equal(t, portals, ids)
}
