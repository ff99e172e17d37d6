// Written by `npm run generate` from spec/. Do not edit.
// @ts-nocheck: the validators are code that ajv wrote
/** Fills `errors` when it returns false. */
export interface Validate {
  (value: unknown): boolean
  errors?: ValidationError[] | null
}

export interface ValidationError {
  /** JSON pointer. */
  instancePath: string
  /**
   * Of JSON Schema, or where the value is right in the latest edition and the reference lacks it: `newerField`,
   * `newerNull`; `newerRequired` where the reference does not ask for the field that is missing;
   * `responseField` where a request holds a field that only the response has.
   */
  keyword: string
  params: Record<string, unknown>
}

export interface OperationValidators {
  operationId: string
  /** In capitals. */
  method: string
  /** A template: `/accounts/{account_id}/…`. */
  path: string
  /** Whether only the latest edition has the operation. */
  newer: boolean
  pathParameters: Validate
  queryParameters: Validate
  /** Names of those that are numbers. */
  numbers: string[]
  body?: Validate
  /** By status, as text, and `default`. */
  responses: Record<string, Validate>
}

const Parameters_account_id = validate21;
const schema6 = {"$id":"Parameters_account_id","additionalProperties":false,"type":"object","required":["account_id"],"properties":{"account_id":{"type":"string"}}};

function validate21(data, {instancePath=""}={}){
/*# sourceURL="Parameters_account_id" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "account_id"}});
}
for(const key0 in data){
if(!(key0 === "account_id")){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate21.errors = vErrors;
return errors === 0;
}

const Parameters_page_per_page_search = validate22;
const schema7 = {"$id":"Parameters_page_per_page_search","additionalProperties":false,"type":"object","required":[],"properties":{"page":{"type":"integer","minimum":1},"per_page":{"type":"integer","minimum":1,"maximum":100},"search":{"type":"string"}}};

function validate22(data, {instancePath=""}={}){
/*# sourceURL="Parameters_page_per_page_search" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "page") || (key0 === "per_page")) || (key0 === "search"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.page !== undefined){
let data0 = data.page;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/page",keyword:"type",params:{type: "integer"}});
}
if(typeof data0 == "number"){
if(data0 < 1 || isNaN(data0)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/page",keyword:"minimum",params:{comparison: ">=", limit: 1}});
}
}
}
if(data.per_page !== undefined){
let data1 = data.per_page;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/per_page",keyword:"type",params:{type: "integer"}});
}
if(typeof data1 == "number"){
if(data1 > 100 || isNaN(data1)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/per_page",keyword:"maximum",params:{comparison: "<=", limit: 100}});
}
if(data1 < 1 || isNaN(data1)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/per_page",keyword:"minimum",params:{comparison: ">=", limit: 1}});
}
}
}
if(data.search !== undefined){
if(typeof data.search !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/search",keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate22.errors = vErrors;
return errors === 0;
}

const McpPortalListEnvelope = validate23;
const schema8 = {"$id":"McpPortalListEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"type":"array","items":{"$ref":"McpPortal"}},"result_info":{"$ref":"ResultInfo"}}};
const schema9 = {"$id":"ApiMessage","additionalProperties":false,"type":"object","required":["message"],"properties":{"code":{"type":"integer"},"message":{"type":"string"},"path":{"type":"array","items":{}}}};

function validate24(data, {instancePath=""}={}){
/*# sourceURL="ApiMessage" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "message"}});
}
for(const key0 in data){
if(!(((key0 === "code") || (key0 === "message")) || (key0 === "path"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.code !== undefined){
let data0 = data.code;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/code",keyword:"type",params:{type: "integer"}});
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/message",keyword:"type",params:{type: "string"}});
}
}
if(data.path !== undefined){
if(!(Array.isArray(data.path))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/path",keyword:"type",params:{type: "array"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate24.errors = vErrors;
return errors === 0;
}

const schema10 = {"$id":"McpPortal","additionalProperties":false,"type":"object","required":["id","hostname","name","servers"],"properties":{"id":{"type":"string"},"hostname":{"type":"string"},"name":{"type":"string"},"allow_code_mode":{"type":"boolean"},"created_at":{"type":"string"},"created_by":{"type":"string"},"description":{"type":"string"},"modified_at":{"type":"string"},"modified_by":{"type":"string"},"secure_web_gateway":{"type":"boolean"},"servers":{"type":"array","items":{"$ref":"McpPortalServer"}},"code_mode":{"$ref":"McpPortalCodeMode","newerField":true}}};
const func2 = Object.prototype.hasOwnProperty;
const schema11 = {"$id":"McpPortalServer","additionalProperties":false,"type":"object","required":["id","auth_type","hostname","name","prompts","tools"],"newerRequired":["server_id"],"properties":{"id":{"type":"string"},"auth_type":{"$ref":"McpServerAuthType"},"hostname":{"type":"string"},"name":{"type":"string"},"prompts":{"type":["array","null"],"newerNull":"array","items":{"$ref":"Capability"}},"tools":{"type":["array","null"],"newerNull":"array","items":{"$ref":"Capability"}},"created_at":{"type":"string"},"created_by":{"type":"string"},"description":{"type":["string","null"],"newerNull":"string"},"error":{"type":"string"},"error_details":{"$ref":"McpServerErrorDetails"},"is_shared_oauth_callback_enabled":{"type":"boolean"},"last_successful_sync":{"type":"string"},"last_synced":{"type":"string"},"modified_at":{"type":"string"},"modified_by":{"type":"string"},"secure_web_gateway":{"type":"boolean"},"status":{"type":"string"},"default_disabled":{"type":"boolean"},"on_behalf":{"type":"boolean"},"updated_prompts":{"type":["array","null"],"newerNull":"array","items":{"$ref":"PortalCapabilityOverride"}},"updated_tools":{"type":["array","null"],"newerNull":"array","items":{"$ref":"PortalCapabilityOverride"}},"server_id":{"type":"string","newerField":true},"auth_config_summary":{"$ref":"McpServerAuthConfigSummary","newerField":true},"authentication_status":{"$ref":"McpServerAuthenticationStatus","newerField":true}}};
const schema12 = {"$id":"McpServerAuthType","type":"string","enum":["oauth","bearer","unauthenticated"]};

function validate29(data, {instancePath=""}={}){
/*# sourceURL="McpServerAuthType" */;
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "string"}});
}
if(!(((data === "oauth") || (data === "bearer")) || (data === "unauthenticated"))){
errors = (vErrors ??= []).push({instancePath,keyword:"enum",params:{allowedValues: schema12.enum}});
}
validate29.errors = vErrors;
return errors === 0;
}

const schema13 = {"$id":"Capability","type":"object","additionalProperties":true};

function validate31(data, {instancePath=""}={}){
/*# sourceURL="Capability" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate31.errors = vErrors;
return errors === 0;
}

const schema14 = {"$id":"McpServerErrorDetails","additionalProperties":false,"type":"object","properties":{"cause":{"type":"string"},"is_upstream":{"type":"boolean"},"mcp_code":{"type":"number"},"retryable":{"type":"boolean"},"status_code":{"type":"number"}}};

function validate34(data, {instancePath=""}={}){
/*# sourceURL="McpServerErrorDetails" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "cause") || (key0 === "is_upstream")) || (key0 === "mcp_code")) || (key0 === "retryable")) || (key0 === "status_code"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.cause !== undefined){
if(typeof data.cause !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/cause",keyword:"type",params:{type: "string"}});
}
}
if(data.is_upstream !== undefined){
if(typeof data.is_upstream !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_upstream",keyword:"type",params:{type: "boolean"}});
}
}
if(data.mcp_code !== undefined){
if(!(typeof data.mcp_code == "number")){
errors = (vErrors ??= []).push({instancePath:instancePath+"/mcp_code",keyword:"type",params:{type: "number"}});
}
}
if(data.retryable !== undefined){
if(typeof data.retryable !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/retryable",keyword:"type",params:{type: "boolean"}});
}
}
if(data.status_code !== undefined){
if(!(typeof data.status_code == "number")){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status_code",keyword:"type",params:{type: "number"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate34.errors = vErrors;
return errors === 0;
}

const schema15 = {"$id":"PortalCapabilityOverride","additionalProperties":false,"type":"object","required":["name"],"properties":{"name":{"type":"string"},"enabled":{"type":"boolean"},"portal_alias":{"type":"string"},"portal_description":{"type":"string"},"server_alias":{"type":"string"},"server_description":{"type":"string"}}};

function validate36(data, {instancePath=""}={}){
/*# sourceURL="PortalCapabilityOverride" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "enabled")) || (key0 === "portal_alias")) || (key0 === "portal_description")) || (key0 === "server_alias")) || (key0 === "server_description"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.enabled !== undefined){
if(typeof data.enabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/enabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.portal_alias !== undefined){
if(typeof data.portal_alias !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/portal_alias",keyword:"type",params:{type: "string"}});
}
}
if(data.portal_description !== undefined){
if(typeof data.portal_description !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/portal_description",keyword:"type",params:{type: "string"}});
}
}
if(data.server_alias !== undefined){
if(typeof data.server_alias !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/server_alias",keyword:"type",params:{type: "string"}});
}
}
if(data.server_description !== undefined){
if(typeof data.server_description !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/server_description",keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate36.errors = vErrors;
return errors === 0;
}

const schema16 = {"$id":"McpServerAuthConfigSummary","additionalProperties":false,"type":["object","null"],"properties":{"auth_mode":{"type":"string","enum":["dcr","manual"]},"client_secret_version":{"type":"number"},"config":{"$ref":"McpServerOAuthConfig"},"has_client_secret":{"type":"boolean"},"registration_info":{"$ref":"McpServerOAuthRegistration"}}};
const schema17 = {"$id":"McpServerOAuthConfig","additionalProperties":false,"type":"object","properties":{"authorization_endpoint":{"type":"string"},"issuer":{"type":"string"},"resource":{"type":"string"},"revocation_endpoint":{"type":"string"},"token_endpoint":{"type":"string"}}};

function validate40(data, {instancePath=""}={}){
/*# sourceURL="McpServerOAuthConfig" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "authorization_endpoint") || (key0 === "issuer")) || (key0 === "resource")) || (key0 === "revocation_endpoint")) || (key0 === "token_endpoint"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.authorization_endpoint !== undefined){
if(typeof data.authorization_endpoint !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/authorization_endpoint",keyword:"type",params:{type: "string"}});
}
}
if(data.issuer !== undefined){
if(typeof data.issuer !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/issuer",keyword:"type",params:{type: "string"}});
}
}
if(data.resource !== undefined){
if(typeof data.resource !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/resource",keyword:"type",params:{type: "string"}});
}
}
if(data.revocation_endpoint !== undefined){
if(typeof data.revocation_endpoint !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/revocation_endpoint",keyword:"type",params:{type: "string"}});
}
}
if(data.token_endpoint !== undefined){
if(typeof data.token_endpoint !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/token_endpoint",keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate40.errors = vErrors;
return errors === 0;
}

const schema18 = {"$id":"McpServerOAuthRegistration","additionalProperties":false,"type":"object","properties":{"client_id":{"type":"string"},"redirect_uris":{"type":"array","items":{"type":"string"}},"scope":{"type":"string"},"token_endpoint_auth_method":{"type":"string"}}};

function validate42(data, {instancePath=""}={}){
/*# sourceURL="McpServerOAuthRegistration" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "client_id") || (key0 === "redirect_uris")) || (key0 === "scope")) || (key0 === "token_endpoint_auth_method"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.client_id !== undefined){
if(typeof data.client_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/client_id",keyword:"type",params:{type: "string"}});
}
}
if(data.redirect_uris !== undefined){
let data1 = data.redirect_uris;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/redirect_uris/" + i0,keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/redirect_uris",keyword:"type",params:{type: "array"}});
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/scope",keyword:"type",params:{type: "string"}});
}
}
if(data.token_endpoint_auth_method !== undefined){
if(typeof data.token_endpoint_auth_method !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/token_endpoint_auth_method",keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate42.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath=""}={}){
/*# sourceURL="McpServerAuthConfigSummary" */;
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: schema16.type}});
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "auth_mode") || (key0 === "client_secret_version")) || (key0 === "config")) || (key0 === "has_client_secret")) || (key0 === "registration_info"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.auth_mode !== undefined){
let data0 = data.auth_mode;
if(typeof data0 !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_mode",keyword:"type",params:{type: "string"}});
}
if(!((data0 === "dcr") || (data0 === "manual"))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_mode",keyword:"enum",params:{allowedValues: schema16.properties.auth_mode.enum}});
}
}
if(data.client_secret_version !== undefined){
if(!(typeof data.client_secret_version == "number")){
errors = (vErrors ??= []).push({instancePath:instancePath+"/client_secret_version",keyword:"type",params:{type: "number"}});
}
}
if(data.config !== undefined){
if(!(validate40(data.config, {instancePath:instancePath+"/config"}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.has_client_secret !== undefined){
if(typeof data.has_client_secret !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/has_client_secret",keyword:"type",params:{type: "boolean"}});
}
}
if(data.registration_info !== undefined){
if(!(validate42(data.registration_info, {instancePath:instancePath+"/registration_info"}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
validate39.errors = vErrors;
return errors === 0;
}

const schema19 = {"$id":"McpServerAuthenticationStatus","type":"string","enum":["not_required","required","connected","stale","manual"]};

function validate45(data, {instancePath=""}={}){
/*# sourceURL="McpServerAuthenticationStatus" */;
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "string"}});
}
if(!(((((data === "not_required") || (data === "required")) || (data === "connected")) || (data === "stale")) || (data === "manual"))){
errors = (vErrors ??= []).push({instancePath,keyword:"enum",params:{allowedValues: schema19.enum}});
}
validate45.errors = vErrors;
return errors === 0;
}


function validate28(data, {instancePath=""}={}){
/*# sourceURL="McpPortalServer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
if(data.auth_type === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "auth_type"}});
}
if(data.hostname === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "hostname"}});
}
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
if(data.prompts === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "prompts"}});
}
if(data.tools === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "tools"}});
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
}
}
if(data.auth_type !== undefined){
if(!(validate29(data.auth_type, {instancePath:instancePath+"/auth_type"}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.hostname !== undefined){
if(typeof data.hostname !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.prompts !== undefined){
let data4 = data.prompts;
if((!(Array.isArray(data4))) && (data4 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"type",params:{type: schema11.properties.prompts.type}});
}
if(data4 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data4[i0], {instancePath:instancePath+"/prompts/" + i0}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
if(data.tools !== undefined){
let data6 = data.tools;
if((!(Array.isArray(data6))) && (data6 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"type",params:{type: schema11.properties.tools.type}});
}
if(data6 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate31(data6[i1], {instancePath:instancePath+"/tools/" + i1}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
if(data.created_at !== undefined){
if(typeof data.created_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
}
}
if(data.created_by !== undefined){
if(typeof data.created_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
let data10 = data.description;
if((typeof data10 !== "string") && (data10 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: schema11.properties.description.type}});
}
if(data10 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"newerNull",params:{type: "string"}});
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"type",params:{type: "string"}});
}
}
if(data.error_details !== undefined){
if(!(validate34(data.error_details, {instancePath:instancePath+"/error_details"}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data.is_shared_oauth_callback_enabled !== undefined){
if(typeof data.is_shared_oauth_callback_enabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_shared_oauth_callback_enabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.last_successful_sync !== undefined){
if(typeof data.last_successful_sync !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_successful_sync",keyword:"type",params:{type: "string"}});
}
}
if(data.last_synced !== undefined){
if(typeof data.last_synced !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_synced",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_at !== undefined){
if(typeof data.modified_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_by !== undefined){
if(typeof data.modified_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
if(typeof data.secure_web_gateway !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: "boolean"}});
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
}
}
if(data.default_disabled !== undefined){
if(typeof data.default_disabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/default_disabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.on_behalf !== undefined){
if(typeof data.on_behalf !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/on_behalf",keyword:"type",params:{type: "boolean"}});
}
}
if(data.updated_prompts !== undefined){
let data22 = data.updated_prompts;
if((!(Array.isArray(data22))) && (data22 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"type",params:{type: schema11.properties.updated_prompts.type}});
}
if(data22 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data22)){
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
if(!(validate36(data22[i2], {instancePath:instancePath+"/updated_prompts/" + i2}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
}
if(data.updated_tools !== undefined){
let data24 = data.updated_tools;
if((!(Array.isArray(data24))) && (data24 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"type",params:{type: schema11.properties.updated_tools.type}});
}
if(data24 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data24)){
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
if(!(validate36(data24[i3], {instancePath:instancePath+"/updated_tools/" + i3}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
}
if(data.server_id !== undefined){
if(typeof data.server_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/server_id",keyword:"type",params:{type: "string"}});
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/server_id",keyword:"newerField",params:{}});
}
}
if(data.auth_config_summary !== undefined){
if(!(validate39(data.auth_config_summary, {instancePath:instancePath+"/auth_config_summary"}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_config_summary",keyword:"newerField",params:{}});
}
}
if(data.authentication_status !== undefined){
if(!(validate45(data.authentication_status, {instancePath:instancePath+"/authentication_status"}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/authentication_status",keyword:"newerField",params:{}});
}
}
if(data["server_id"] === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"newerRequired",params:{missingProperty: "server_id"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate28.errors = vErrors;
return errors === 0;
}

const schema20 = {"$id":"McpPortalCodeMode","type":"string","enum":["off","opt_in","default_on","enforced"]};

function validate48(data, {instancePath=""}={}){
/*# sourceURL="McpPortalCodeMode" */;
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "string"}});
}
if(!((((data === "off") || (data === "opt_in")) || (data === "default_on")) || (data === "enforced"))){
errors = (vErrors ??= []).push({instancePath,keyword:"enum",params:{allowedValues: schema20.enum}});
}
validate48.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath=""}={}){
/*# sourceURL="McpPortal" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
if(data.hostname === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "hostname"}});
}
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
if(data.servers === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "servers"}});
}
for(const key0 in data){
if(!(func2.call(schema10.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
}
}
if(data.hostname !== undefined){
if(typeof data.hostname !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.allow_code_mode !== undefined){
if(typeof data.allow_code_mode !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/allow_code_mode",keyword:"type",params:{type: "boolean"}});
}
}
if(data.created_at !== undefined){
if(typeof data.created_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
}
}
if(data.created_by !== undefined){
if(typeof data.created_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_at !== undefined){
if(typeof data.modified_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_by !== undefined){
if(typeof data.modified_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
if(typeof data.secure_web_gateway !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: "boolean"}});
}
}
if(data.servers !== undefined){
let data10 = data.servers;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
if(!(validate28(data10[i0], {instancePath:instancePath+"/servers/" + i0}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/servers",keyword:"type",params:{type: "array"}});
}
}
if(data.code_mode !== undefined){
if(!(validate48(data.code_mode, {instancePath:instancePath+"/code_mode"}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/code_mode",keyword:"newerField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate27.errors = vErrors;
return errors === 0;
}

const schema21 = {"$id":"ResultInfo","additionalProperties":false,"type":"object","properties":{"page":{"type":"integer"},"per_page":{"type":"integer"},"count":{"type":"integer"},"total_count":{"type":"integer"},"total_pages":{"type":"integer"}}};

function validate51(data, {instancePath=""}={}){
/*# sourceURL="ResultInfo" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "page") || (key0 === "per_page")) || (key0 === "count")) || (key0 === "total_count")) || (key0 === "total_pages"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.page !== undefined){
let data0 = data.page;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/page",keyword:"type",params:{type: "integer"}});
}
}
if(data.per_page !== undefined){
let data1 = data.per_page;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/per_page",keyword:"type",params:{type: "integer"}});
}
}
if(data.count !== undefined){
let data2 = data.count;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/count",keyword:"type",params:{type: "integer"}});
}
}
if(data.total_count !== undefined){
let data3 = data.total_count;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/total_count",keyword:"type",params:{type: "integer"}});
}
}
if(data.total_pages !== undefined){
let data4 = data.total_pages;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/total_pages",keyword:"type",params:{type: "integer"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate51.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath=""}={}){
/*# sourceURL="McpPortalListEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!(((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result")) || (key0 === "result_info"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
let data5 = data.result;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(!(validate27(data5[i2], {instancePath:instancePath+"/result/" + i2}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/result",keyword:"type",params:{type: "array"}});
}
}
if(data.result_info !== undefined){
if(!(validate51(data.result_info, {instancePath:instancePath+"/result_info"}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate23.errors = vErrors;
return errors === 0;
}

const ApiFailure = validate53;
const schema22 = {"$id":"ApiFailure","additionalProperties":false,"type":"object","required":["success","errors"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{}}};

function validate53(data, {instancePath=""}={}){
/*# sourceURL="ApiFailure" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.errors === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "errors"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate53.errors = vErrors;
return errors === 0;
}

const Parameters = validate56;
const schema23 = {"$id":"Parameters","additionalProperties":false,"type":"object","required":[],"properties":{}};

function validate56(data, {instancePath=""}={}){
/*# sourceURL="Parameters" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate56.errors = vErrors;
return errors === 0;
}

const McpPortalCreate = validate57;
const schema24 = {"$id":"McpPortalCreate","additionalProperties":false,"type":"object","required":["id","hostname","name"],"properties":{"allow_code_mode":{"type":"boolean"},"description":{"type":"string","maxLength":512},"hostname":{"type":"string","maxLength":253,"format":"a bare host name"},"name":{"type":"string","maxLength":350},"secure_web_gateway":{"type":"boolean"},"servers":{"type":"array","items":{"$ref":"PortalServerAttachment_McpPortalServer"}},"id":{"$ref":"McpId"},"code_mode":{"$ref":"McpPortalCodeMode","newerField":true},"created_at":{"responseField":true},"created_by":{"responseField":true},"modified_at":{"responseField":true},"modified_by":{"responseField":true}}};
const func5 = (text) => [...text].length;
const formats0 = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/u;
const schema25 = {"$id":"PortalServerAttachment_McpPortalServer","additionalProperties":false,"type":"object","required":["server_id"],"properties":{"server_id":{"$ref":"McpId"},"default_disabled":{"type":"boolean"},"on_behalf":{"type":"boolean"},"updated_prompts":{"type":"array","items":{"$ref":"CapabilityOverride_PortalCapabilityOverride"}},"updated_tools":{"type":"array","items":{"$ref":"CapabilityOverride_PortalCapabilityOverride"}},"id":{"responseField":true},"auth_type":{"responseField":true},"hostname":{"responseField":true},"name":{"responseField":true},"prompts":{"responseField":true},"tools":{"responseField":true},"created_at":{"responseField":true},"created_by":{"responseField":true},"description":{"responseField":true},"error":{"responseField":true},"error_details":{"responseField":true},"is_shared_oauth_callback_enabled":{"responseField":true},"last_successful_sync":{"responseField":true},"last_synced":{"responseField":true},"modified_at":{"responseField":true},"modified_by":{"responseField":true},"secure_web_gateway":{"responseField":true},"status":{"responseField":true},"auth_config_summary":{"responseField":true},"authentication_status":{"responseField":true}}};
const schema26 = {"$id":"McpId","type":"string","minLength":1,"maxLength":32,"pattern":"^[a-z0-9_]+(?:-[a-z0-9_]+)*$"};
const pattern0 = new RegExp("^[a-z0-9_]+(?:-[a-z0-9_]+)*$", "u");

function validate59(data, {instancePath=""}={}){
/*# sourceURL="McpId" */;
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func5(data) > 32){
errors = (vErrors ??= []).push({instancePath,keyword:"maxLength",params:{limit: 32}});
}
if(func5(data) < 1){
errors = (vErrors ??= []).push({instancePath,keyword:"minLength",params:{limit: 1}});
}
if(!pattern0.test(data)){
errors = (vErrors ??= []).push({instancePath,keyword:"pattern",params:{pattern: "^[a-z0-9_]+(?:-[a-z0-9_]+)*$"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "string"}});
}
validate59.errors = vErrors;
return errors === 0;
}

const schema27 = {"$id":"CapabilityOverride_PortalCapabilityOverride","additionalProperties":false,"type":"object","required":["name"],"properties":{"name":{"type":"string"},"alias":{"type":"string"},"description":{"type":"string"},"enabled":{"type":"boolean"},"portal_alias":{"responseField":true},"portal_description":{"responseField":true},"server_alias":{"responseField":true},"server_description":{"responseField":true}}};

function validate61(data, {instancePath=""}={}){
/*# sourceURL="CapabilityOverride_PortalCapabilityOverride" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "alias")) || (key0 === "description")) || (key0 === "enabled")) || (key0 === "portal_alias")) || (key0 === "portal_description")) || (key0 === "server_alias")) || (key0 === "server_description"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.alias !== undefined){
if(typeof data.alias !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/alias",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
}
}
if(data.enabled !== undefined){
if(typeof data.enabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/enabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.portal_alias !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/portal_alias",keyword:"responseField",params:{}});
}
}
if(data.portal_description !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/portal_description",keyword:"responseField",params:{}});
}
}
if(data.server_alias !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/server_alias",keyword:"responseField",params:{}});
}
}
if(data.server_description !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/server_description",keyword:"responseField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate61.errors = vErrors;
return errors === 0;
}


function validate58(data, {instancePath=""}={}){
/*# sourceURL="PortalServerAttachment_McpPortalServer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.server_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "server_id"}});
}
for(const key0 in data){
if(!(func2.call(schema25.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.server_id !== undefined){
if(!(validate59(data.server_id, {instancePath:instancePath+"/server_id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.default_disabled !== undefined){
if(typeof data.default_disabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/default_disabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.on_behalf !== undefined){
if(typeof data.on_behalf !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/on_behalf",keyword:"type",params:{type: "boolean"}});
}
}
if(data.updated_prompts !== undefined){
let data3 = data.updated_prompts;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate61(data3[i0], {instancePath:instancePath+"/updated_prompts/" + i0}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"type",params:{type: "array"}});
}
}
if(data.updated_tools !== undefined){
let data5 = data.updated_tools;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate61(data5[i1], {instancePath:instancePath+"/updated_tools/" + i1}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"type",params:{type: "array"}});
}
}
if(data.id !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"responseField",params:{}});
}
}
if(data.auth_type !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_type",keyword:"responseField",params:{}});
}
}
if(data.hostname !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"responseField",params:{}});
}
}
if(data.name !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"responseField",params:{}});
}
}
if(data.prompts !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"responseField",params:{}});
}
}
if(data.tools !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"responseField",params:{}});
}
}
if(data.created_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"responseField",params:{}});
}
}
if(data.created_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"responseField",params:{}});
}
}
if(data.description !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"responseField",params:{}});
}
}
if(data.error !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"responseField",params:{}});
}
}
if(data.error_details !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error_details",keyword:"responseField",params:{}});
}
}
if(data.is_shared_oauth_callback_enabled !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_shared_oauth_callback_enabled",keyword:"responseField",params:{}});
}
}
if(data.last_successful_sync !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_successful_sync",keyword:"responseField",params:{}});
}
}
if(data.last_synced !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_synced",keyword:"responseField",params:{}});
}
}
if(data.modified_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"responseField",params:{}});
}
}
if(data.modified_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"responseField",params:{}});
}
}
if(data.secure_web_gateway !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"responseField",params:{}});
}
}
if(data.status !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status",keyword:"responseField",params:{}});
}
}
if(data.auth_config_summary !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_config_summary",keyword:"responseField",params:{}});
}
}
if(data.authentication_status !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/authentication_status",keyword:"responseField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate58.errors = vErrors;
return errors === 0;
}


function validate57(data, {instancePath=""}={}){
/*# sourceURL="McpPortalCreate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
if(data.hostname === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "hostname"}});
}
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!(func2.call(schema24.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.allow_code_mode !== undefined){
if(typeof data.allow_code_mode !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/allow_code_mode",keyword:"type",params:{type: "boolean"}});
}
}
if(data.description !== undefined){
let data1 = data.description;
if(typeof data1 === "string"){
if(func5(data1) > 512){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"maxLength",params:{limit: 512}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
}
}
if(data.hostname !== undefined){
let data2 = data.hostname;
if(typeof data2 === "string"){
if(func5(data2) > 253){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"maxLength",params:{limit: 253}});
}
if(!(formats0.test(data2))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"format",params:{format: "a bare host name"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(func5(data3) > 350){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"maxLength",params:{limit: 350}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
if(typeof data.secure_web_gateway !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: "boolean"}});
}
}
if(data.servers !== undefined){
let data5 = data.servers;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate58(data5[i0], {instancePath:instancePath+"/servers/" + i0}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/servers",keyword:"type",params:{type: "array"}});
}
}
if(data.id !== undefined){
if(!(validate59(data.id, {instancePath:instancePath+"/id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.code_mode !== undefined){
if(!(validate48(data.code_mode, {instancePath:instancePath+"/code_mode"}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/code_mode",keyword:"newerField",params:{}});
}
}
if(data.created_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"responseField",params:{}});
}
}
if(data.created_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"responseField",params:{}});
}
}
if(data.modified_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"responseField",params:{}});
}
}
if(data.modified_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"responseField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate57.errors = vErrors;
return errors === 0;
}

const McpPortalEnvelope = validate67;
const schema28 = {"$id":"McpPortalEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"$ref":"McpPortal"}}};

function validate67(data, {instancePath=""}={}){
/*# sourceURL="McpPortalEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
if(!(validate27(data.result, {instancePath:instancePath+"/result"}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate67.errors = vErrors;
return errors === 0;
}

const Parameters_account_id_id = validate71;
const schema29 = {"$id":"Parameters_account_id_id","additionalProperties":false,"type":"object","required":["account_id","id"],"properties":{"account_id":{"type":"string"},"id":{"$ref":"McpId"}}};

function validate71(data, {instancePath=""}={}){
/*# sourceURL="Parameters_account_id_id" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "account_id"}});
}
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
for(const key0 in data){
if(!((key0 === "account_id") || (key0 === "id"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
}
}
if(data.id !== undefined){
if(!(validate59(data.id, {instancePath:instancePath+"/id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate71.errors = vErrors;
return errors === 0;
}

const McpPortalUpdate = validate73;
const schema30 = {"$id":"McpPortalUpdate","additionalProperties":false,"type":"object","properties":{"allow_code_mode":{"type":"boolean"},"description":{"maxLength":512,"type":["string","null"],"newerNull":"string"},"hostname":{"type":"string","maxLength":253,"format":"a bare host name"},"name":{"type":"string","maxLength":350},"secure_web_gateway":{"type":["boolean","null"],"newerNull":"boolean"},"servers":{"type":"array","items":{"$ref":"PortalServerAttachment_McpPortalServer"}},"code_mode":{"$ref":"McpPortalCodeMode","newerField":true},"id":{"responseField":true},"created_at":{"responseField":true},"created_by":{"responseField":true},"modified_at":{"responseField":true},"modified_by":{"responseField":true}}};

function validate73(data, {instancePath=""}={}){
/*# sourceURL="McpPortalUpdate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema30.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.allow_code_mode !== undefined){
if(typeof data.allow_code_mode !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/allow_code_mode",keyword:"type",params:{type: "boolean"}});
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: schema30.properties.description.type}});
}
if(data1 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"newerNull",params:{type: "string"}});
}
if(typeof data1 === "string"){
if(func5(data1) > 512){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"maxLength",params:{limit: 512}});
}
}
}
if(data.hostname !== undefined){
let data2 = data.hostname;
if(typeof data2 === "string"){
if(func5(data2) > 253){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"maxLength",params:{limit: 253}});
}
if(!(formats0.test(data2))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"format",params:{format: "a bare host name"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(func5(data3) > 350){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"maxLength",params:{limit: 350}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
let data4 = data.secure_web_gateway;
if((typeof data4 !== "boolean") && (data4 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: schema30.properties.secure_web_gateway.type}});
}
if(data4 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"newerNull",params:{type: "boolean"}});
}
}
if(data.servers !== undefined){
let data5 = data.servers;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate58(data5[i0], {instancePath:instancePath+"/servers/" + i0}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/servers",keyword:"type",params:{type: "array"}});
}
}
if(data.code_mode !== undefined){
if(!(validate48(data.code_mode, {instancePath:instancePath+"/code_mode"}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/code_mode",keyword:"newerField",params:{}});
}
}
if(data.id !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"responseField",params:{}});
}
}
if(data.created_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"responseField",params:{}});
}
}
if(data.created_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"responseField",params:{}});
}
}
if(data.modified_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"responseField",params:{}});
}
}
if(data.modified_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"responseField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate73.errors = vErrors;
return errors === 0;
}

const DeletedMcpPortalEnvelope = validate76;
const schema31 = {"$id":"DeletedMcpPortalEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"$ref":"DeletedMcpPortal"}}};
const schema32 = {"$id":"DeletedMcpPortal","additionalProperties":false,"type":"object","required":["id","hostname","name"],"properties":{"id":{"type":"string"},"hostname":{"type":"string"},"name":{"type":"string"},"allow_code_mode":{"type":"boolean"},"created_at":{"type":"string"},"created_by":{"type":"string"},"description":{"type":"string"},"modified_at":{"type":"string"},"modified_by":{"type":"string"},"secure_web_gateway":{"type":"boolean"},"code_mode":{"$ref":"McpPortalCodeMode","newerField":true}}};

function validate79(data, {instancePath=""}={}){
/*# sourceURL="DeletedMcpPortal" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
if(data.hostname === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "hostname"}});
}
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!(func2.call(schema32.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
}
}
if(data.hostname !== undefined){
if(typeof data.hostname !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.allow_code_mode !== undefined){
if(typeof data.allow_code_mode !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/allow_code_mode",keyword:"type",params:{type: "boolean"}});
}
}
if(data.created_at !== undefined){
if(typeof data.created_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
}
}
if(data.created_by !== undefined){
if(typeof data.created_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_at !== undefined){
if(typeof data.modified_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_by !== undefined){
if(typeof data.modified_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
if(typeof data.secure_web_gateway !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: "boolean"}});
}
}
if(data.code_mode !== undefined){
if(!(validate48(data.code_mode, {instancePath:instancePath+"/code_mode"}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/code_mode",keyword:"newerField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate79.errors = vErrors;
return errors === 0;
}


function validate76(data, {instancePath=""}={}){
/*# sourceURL="DeletedMcpPortalEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
if(!(validate79(data.result, {instancePath:instancePath+"/result"}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate76.errors = vErrors;
return errors === 0;
}

const McpServerListEnvelope = validate82;
const schema33 = {"$id":"McpServerListEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"type":"array","items":{"$ref":"McpServer"}},"result_info":{"$ref":"ResultInfo"}}};
const schema34 = {"$id":"McpServer","additionalProperties":false,"type":"object","required":["id","auth_type","hostname","name","prompts","tools"],"properties":{"id":{"type":"string"},"auth_type":{"$ref":"McpServerAuthType"},"hostname":{"type":"string"},"name":{"type":"string"},"prompts":{"type":["array","null"],"newerNull":"array","items":{"$ref":"Capability"}},"tools":{"type":["array","null"],"newerNull":"array","items":{"$ref":"Capability"}},"created_at":{"type":"string"},"created_by":{"type":"string"},"description":{"type":["string","null"],"newerNull":"string"},"error":{"type":"string"},"error_details":{"$ref":"McpServerErrorDetails"},"is_shared_oauth_callback_enabled":{"type":"boolean"},"last_successful_sync":{"type":"string"},"last_synced":{"type":"string"},"modified_at":{"type":"string"},"modified_by":{"type":"string"},"secure_web_gateway":{"type":"boolean"},"status":{"type":"string"},"updated_prompts":{"type":["array","null"],"newerNull":"array","items":{"$ref":"CapabilityOverride"}},"updated_tools":{"type":["array","null"],"newerNull":"array","items":{"$ref":"CapabilityOverride"}},"auth_config_summary":{"$ref":"McpServerAuthConfigSummary","newerField":true},"authentication_status":{"$ref":"McpServerAuthenticationStatus","newerField":true}}};
const schema35 = {"$id":"CapabilityOverride","additionalProperties":false,"type":"object","required":["name"],"properties":{"name":{"type":"string"},"alias":{"type":"string"},"description":{"type":"string"},"enabled":{"type":"boolean"}}};

function validate90(data, {instancePath=""}={}){
/*# sourceURL="CapabilityOverride" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "alias")) || (key0 === "description")) || (key0 === "enabled"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.alias !== undefined){
if(typeof data.alias !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/alias",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: "string"}});
}
}
if(data.enabled !== undefined){
if(typeof data.enabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/enabled",keyword:"type",params:{type: "boolean"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate90.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath=""}={}){
/*# sourceURL="McpServer" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
if(data.auth_type === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "auth_type"}});
}
if(data.hostname === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "hostname"}});
}
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
if(data.prompts === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "prompts"}});
}
if(data.tools === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "tools"}});
}
for(const key0 in data){
if(!(func2.call(schema34.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}});
}
}
if(data.auth_type !== undefined){
if(!(validate29(data.auth_type, {instancePath:instancePath+"/auth_type"}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.hostname !== undefined){
if(typeof data.hostname !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.prompts !== undefined){
let data4 = data.prompts;
if((!(Array.isArray(data4))) && (data4 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"type",params:{type: schema34.properties.prompts.type}});
}
if(data4 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data4[i0], {instancePath:instancePath+"/prompts/" + i0}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
if(data.tools !== undefined){
let data6 = data.tools;
if((!(Array.isArray(data6))) && (data6 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"type",params:{type: schema34.properties.tools.type}});
}
if(data6 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate31(data6[i1], {instancePath:instancePath+"/tools/" + i1}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
if(data.created_at !== undefined){
if(typeof data.created_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"type",params:{type: "string"}});
}
}
if(data.created_by !== undefined){
if(typeof data.created_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
let data10 = data.description;
if((typeof data10 !== "string") && (data10 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: schema34.properties.description.type}});
}
if(data10 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"newerNull",params:{type: "string"}});
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"type",params:{type: "string"}});
}
}
if(data.error_details !== undefined){
if(!(validate34(data.error_details, {instancePath:instancePath+"/error_details"}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data.is_shared_oauth_callback_enabled !== undefined){
if(typeof data.is_shared_oauth_callback_enabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_shared_oauth_callback_enabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.last_successful_sync !== undefined){
if(typeof data.last_successful_sync !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_successful_sync",keyword:"type",params:{type: "string"}});
}
}
if(data.last_synced !== undefined){
if(typeof data.last_synced !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_synced",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_at !== undefined){
if(typeof data.modified_at !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"type",params:{type: "string"}});
}
}
if(data.modified_by !== undefined){
if(typeof data.modified_by !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
if(typeof data.secure_web_gateway !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: "boolean"}});
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
}
}
if(data.updated_prompts !== undefined){
let data20 = data.updated_prompts;
if((!(Array.isArray(data20))) && (data20 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"type",params:{type: schema34.properties.updated_prompts.type}});
}
if(data20 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data20)){
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
if(!(validate90(data20[i2], {instancePath:instancePath+"/updated_prompts/" + i2}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
}
if(data.updated_tools !== undefined){
let data22 = data.updated_tools;
if((!(Array.isArray(data22))) && (data22 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"type",params:{type: schema34.properties.updated_tools.type}});
}
if(data22 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data22)){
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
if(!(validate90(data22[i3], {instancePath:instancePath+"/updated_tools/" + i3}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
}
if(data.auth_config_summary !== undefined){
if(!(validate39(data.auth_config_summary, {instancePath:instancePath+"/auth_config_summary"}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_config_summary",keyword:"newerField",params:{}});
}
}
if(data.authentication_status !== undefined){
if(!(validate45(data.authentication_status, {instancePath:instancePath+"/authentication_status"}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/authentication_status",keyword:"newerField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate85.errors = vErrors;
return errors === 0;
}


function validate82(data, {instancePath=""}={}){
/*# sourceURL="McpServerListEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!(((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result")) || (key0 === "result_info"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
let data5 = data.result;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(!(validate85(data5[i2], {instancePath:instancePath+"/result/" + i2}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/result",keyword:"type",params:{type: "array"}});
}
}
if(data.result_info !== undefined){
if(!(validate51(data.result_info, {instancePath:instancePath+"/result_info"}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate82.errors = vErrors;
return errors === 0;
}

const McpServerCreate = validate97;
const schema36 = {"$id":"McpServerCreate","additionalProperties":false,"type":"object","required":["id","auth_type","hostname","name"],"properties":{"auth_credentials":{"type":"string","format":"password"},"description":{"maxLength":512,"type":["string","null"],"newerNull":"string"},"is_shared_oauth_callback_enabled":{"type":"boolean"},"name":{"type":"string","maxLength":350},"secure_web_gateway":{"type":"boolean"},"updated_prompts":{"type":"array","items":{"$ref":"CapabilityOverride"}},"updated_tools":{"type":"array","items":{"$ref":"CapabilityOverride"}},"id":{"$ref":"McpId"},"auth_type":{"$ref":"McpServerAuthType"},"hostname":{"type":"string","format":"uri"},"client_secret":{"type":"string","newerField":true,"format":"password"},"prompts":{"responseField":true},"tools":{"responseField":true},"created_at":{"responseField":true},"created_by":{"responseField":true},"error":{"responseField":true},"error_details":{"responseField":true},"last_successful_sync":{"responseField":true},"last_synced":{"responseField":true},"modified_at":{"responseField":true},"modified_by":{"responseField":true},"status":{"responseField":true},"auth_config_summary":{"responseField":true},"authentication_status":{"responseField":true}}};
const formats4 = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i;

function validate97(data, {instancePath=""}={}){
/*# sourceURL="McpServerCreate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
if(data.auth_type === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "auth_type"}});
}
if(data.hostname === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "hostname"}});
}
if(data.name === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!(func2.call(schema36.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.auth_credentials !== undefined){
if(!(typeof data.auth_credentials === "string")){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_credentials",keyword:"type",params:{type: "string"}});
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: schema36.properties.description.type}});
}
if(data1 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"newerNull",params:{type: "string"}});
}
if(typeof data1 === "string"){
if(func5(data1) > 512){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"maxLength",params:{limit: 512}});
}
}
}
if(data.is_shared_oauth_callback_enabled !== undefined){
if(typeof data.is_shared_oauth_callback_enabled !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_shared_oauth_callback_enabled",keyword:"type",params:{type: "boolean"}});
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(func5(data3) > 350){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"maxLength",params:{limit: 350}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
if(typeof data.secure_web_gateway !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: "boolean"}});
}
}
if(data.updated_prompts !== undefined){
let data5 = data.updated_prompts;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate90(data5[i0], {instancePath:instancePath+"/updated_prompts/" + i0}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"type",params:{type: "array"}});
}
}
if(data.updated_tools !== undefined){
let data7 = data.updated_tools;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate90(data7[i1], {instancePath:instancePath+"/updated_tools/" + i1}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"type",params:{type: "array"}});
}
}
if(data.id !== undefined){
if(!(validate59(data.id, {instancePath:instancePath+"/id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.auth_type !== undefined){
if(!(validate29(data.auth_type, {instancePath:instancePath+"/auth_type"}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.hostname !== undefined){
let data11 = data.hostname;
if(typeof data11 === "string"){
if(!(formats4.test(data11))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"format",params:{format: "uri"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"type",params:{type: "string"}});
}
}
if(data.client_secret !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/client_secret",keyword:"newerField",params:{}});
}
if(!(typeof data.client_secret === "string")){
errors = (vErrors ??= []).push({instancePath:instancePath+"/client_secret",keyword:"type",params:{type: "string"}});
}
}
if(data.prompts !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"responseField",params:{}});
}
}
if(data.tools !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"responseField",params:{}});
}
}
if(data.created_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"responseField",params:{}});
}
}
if(data.created_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"responseField",params:{}});
}
}
if(data.error !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"responseField",params:{}});
}
}
if(data.error_details !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error_details",keyword:"responseField",params:{}});
}
}
if(data.last_successful_sync !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_successful_sync",keyword:"responseField",params:{}});
}
}
if(data.last_synced !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_synced",keyword:"responseField",params:{}});
}
}
if(data.modified_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"responseField",params:{}});
}
}
if(data.modified_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"responseField",params:{}});
}
}
if(data.status !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status",keyword:"responseField",params:{}});
}
}
if(data.auth_config_summary !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_config_summary",keyword:"responseField",params:{}});
}
}
if(data.authentication_status !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/authentication_status",keyword:"responseField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate97.errors = vErrors;
return errors === 0;
}

const McpServerEnvelope = validate102;
const schema37 = {"$id":"McpServerEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"$ref":"McpServer"}}};

function validate102(data, {instancePath=""}={}){
/*# sourceURL="McpServerEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
if(!(validate85(data.result, {instancePath:instancePath+"/result"}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate102.errors = vErrors;
return errors === 0;
}

const McpServerUpdate = validate106;
const schema38 = {"$id":"McpServerUpdate","additionalProperties":false,"type":"object","properties":{"auth_credentials":{"type":["string","null"],"newerNull":"string","format":"password"},"description":{"maxLength":512,"type":["string","null"],"newerNull":"string"},"is_shared_oauth_callback_enabled":{"type":["boolean","null"],"newerNull":"boolean"},"name":{"type":"string","maxLength":350},"secure_web_gateway":{"type":["boolean","null"],"newerNull":"boolean"},"updated_prompts":{"type":["array","null"],"newerNull":"array","items":{"$ref":"CapabilityOverride"}},"updated_tools":{"type":["array","null"],"newerNull":"array","items":{"$ref":"CapabilityOverride"}},"client_secret":{"type":"string","newerField":true,"format":"password"},"auth_type":{"$ref":"McpServerAuthType","newerField":true},"id":{"responseField":true},"hostname":{"responseField":true},"prompts":{"responseField":true},"tools":{"responseField":true},"created_at":{"responseField":true},"created_by":{"responseField":true},"error":{"responseField":true},"error_details":{"responseField":true},"last_successful_sync":{"responseField":true},"last_synced":{"responseField":true},"modified_at":{"responseField":true},"modified_by":{"responseField":true},"status":{"responseField":true},"auth_config_summary":{"responseField":true},"authentication_status":{"responseField":true}}};

function validate106(data, {instancePath=""}={}){
/*# sourceURL="McpServerUpdate" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema38.properties, key0))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.auth_credentials !== undefined){
let data0 = data.auth_credentials;
if((typeof data0 !== "string") && (data0 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_credentials",keyword:"type",params:{type: schema38.properties.auth_credentials.type}});
}
if(data0 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_credentials",keyword:"newerNull",params:{type: "string"}});
}
}
if(data.description !== undefined){
let data1 = data.description;
if((typeof data1 !== "string") && (data1 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"type",params:{type: schema38.properties.description.type}});
}
if(data1 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"newerNull",params:{type: "string"}});
}
if(typeof data1 === "string"){
if(func5(data1) > 512){
errors = (vErrors ??= []).push({instancePath:instancePath+"/description",keyword:"maxLength",params:{limit: 512}});
}
}
}
if(data.is_shared_oauth_callback_enabled !== undefined){
let data2 = data.is_shared_oauth_callback_enabled;
if((typeof data2 !== "boolean") && (data2 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_shared_oauth_callback_enabled",keyword:"type",params:{type: schema38.properties.is_shared_oauth_callback_enabled.type}});
}
if(data2 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/is_shared_oauth_callback_enabled",keyword:"newerNull",params:{type: "boolean"}});
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(func5(data3) > 350){
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"maxLength",params:{limit: 350}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/name",keyword:"type",params:{type: "string"}});
}
}
if(data.secure_web_gateway !== undefined){
let data4 = data.secure_web_gateway;
if((typeof data4 !== "boolean") && (data4 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"type",params:{type: schema38.properties.secure_web_gateway.type}});
}
if(data4 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/secure_web_gateway",keyword:"newerNull",params:{type: "boolean"}});
}
}
if(data.updated_prompts !== undefined){
let data5 = data.updated_prompts;
if((!(Array.isArray(data5))) && (data5 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"type",params:{type: schema38.properties.updated_prompts.type}});
}
if(data5 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_prompts",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate90(data5[i0], {instancePath:instancePath+"/updated_prompts/" + i0}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
}
if(data.updated_tools !== undefined){
let data7 = data.updated_tools;
if((!(Array.isArray(data7))) && (data7 !== null)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"type",params:{type: schema38.properties.updated_tools.type}});
}
if(data7 === null){
errors = (vErrors ??= []).push({instancePath:instancePath+"/updated_tools",keyword:"newerNull",params:{type: "array"}});
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate90(data7[i1], {instancePath:instancePath+"/updated_tools/" + i1}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
}
}
if(data.client_secret !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/client_secret",keyword:"newerField",params:{}});
}
if(!(typeof data.client_secret === "string")){
errors = (vErrors ??= []).push({instancePath:instancePath+"/client_secret",keyword:"type",params:{type: "string"}});
}
}
if(data.auth_type !== undefined){
if(!(validate29(data.auth_type, {instancePath:instancePath+"/auth_type"}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_type",keyword:"newerField",params:{}});
}
}
if(data.id !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/id",keyword:"responseField",params:{}});
}
}
if(data.hostname !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/hostname",keyword:"responseField",params:{}});
}
}
if(data.prompts !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/prompts",keyword:"responseField",params:{}});
}
}
if(data.tools !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tools",keyword:"responseField",params:{}});
}
}
if(data.created_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_at",keyword:"responseField",params:{}});
}
}
if(data.created_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/created_by",keyword:"responseField",params:{}});
}
}
if(data.error !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"responseField",params:{}});
}
}
if(data.error_details !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error_details",keyword:"responseField",params:{}});
}
}
if(data.last_successful_sync !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_successful_sync",keyword:"responseField",params:{}});
}
}
if(data.last_synced !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/last_synced",keyword:"responseField",params:{}});
}
}
if(data.modified_at !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_at",keyword:"responseField",params:{}});
}
}
if(data.modified_by !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/modified_by",keyword:"responseField",params:{}});
}
}
if(data.status !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status",keyword:"responseField",params:{}});
}
}
if(data.auth_config_summary !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/auth_config_summary",keyword:"responseField",params:{}});
}
}
if(data.authentication_status !== undefined){
if(true){
errors = (vErrors ??= []).push({instancePath:instancePath+"/authentication_status",keyword:"responseField",params:{}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate106.errors = vErrors;
return errors === 0;
}

const McpServerSyncEnvelope = validate110;
const schema39 = {"$id":"McpServerSyncEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"$ref":"McpServerSync"}}};
const schema40 = {"$id":"McpServerSync","additionalProperties":false,"type":"object","properties":{"error":{"type":"string"},"error_details":{"$ref":"McpServerErrorDetails"},"status":{"type":"string"}}};

function validate113(data, {instancePath=""}={}){
/*# sourceURL="McpServerSync" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "error") || (key0 === "error_details")) || (key0 === "status"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"type",params:{type: "string"}});
}
}
if(data.error_details !== undefined){
if(!(validate34(data.error_details, {instancePath:instancePath+"/error_details"}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/status",keyword:"type",params:{type: "string"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate113.errors = vErrors;
return errors === 0;
}


function validate110(data, {instancePath=""}={}){
/*# sourceURL="McpServerSyncEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
if(!(validate113(data.result, {instancePath:instancePath+"/result"}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate110.errors = vErrors;
return errors === 0;
}

const Parameters_account_id_portal_id_server_id = validate116;
const schema41 = {"$id":"Parameters_account_id_portal_id_server_id","additionalProperties":false,"type":"object","required":["account_id","portal_id","server_id"],"properties":{"account_id":{"type":"string"},"portal_id":{"$ref":"McpId"},"server_id":{"$ref":"McpId"}}};

function validate116(data, {instancePath=""}={}){
/*# sourceURL="Parameters_account_id_portal_id_server_id" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "account_id"}});
}
if(data.portal_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "portal_id"}});
}
if(data.server_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "server_id"}});
}
for(const key0 in data){
if(!(((key0 === "account_id") || (key0 === "portal_id")) || (key0 === "server_id"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
}
}
if(data.portal_id !== undefined){
if(!(validate59(data.portal_id, {instancePath:instancePath+"/portal_id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.server_id !== undefined){
if(!(validate59(data.server_id, {instancePath:instancePath+"/server_id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate116.errors = vErrors;
return errors === 0;
}

const EffectiveRedirectUriEnvelope = validate119;
const schema42 = {"$id":"EffectiveRedirectUriEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"$ref":"EffectiveRedirectUri"}}};
const schema43 = {"$id":"EffectiveRedirectUri","additionalProperties":false,"type":"object","required":["redirect_uri","source"],"properties":{"redirect_uri":{"type":"string","format":"uri"},"source":{"type":"string","enum":["per_portal","shared_mcp22"]}}};

function validate122(data, {instancePath=""}={}){
/*# sourceURL="EffectiveRedirectUri" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.redirect_uri === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "redirect_uri"}});
}
if(data.source === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "source"}});
}
for(const key0 in data){
if(!((key0 === "redirect_uri") || (key0 === "source"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.redirect_uri !== undefined){
let data0 = data.redirect_uri;
if(typeof data0 === "string"){
if(!(formats4.test(data0))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/redirect_uri",keyword:"format",params:{format: "uri"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/redirect_uri",keyword:"type",params:{type: "string"}});
}
}
if(data.source !== undefined){
let data1 = data.source;
if(typeof data1 !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/source",keyword:"type",params:{type: "string"}});
}
if(!((data1 === "per_portal") || (data1 === "shared_mcp22"))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/source",keyword:"enum",params:{allowedValues: schema43.properties.source.enum}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate122.errors = vErrors;
return errors === 0;
}


function validate119(data, {instancePath=""}={}){
/*# sourceURL="EffectiveRedirectUriEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
if(!(validate122(data.result, {instancePath:instancePath+"/result"}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate119.errors = vErrors;
return errors === 0;
}

const Parameters_granularity_aggregate_tz_days = validate124;
const schema44 = {"$id":"Parameters_granularity_aggregate_tz_days","additionalProperties":false,"type":"object","required":[],"properties":{"granularity":{"type":"string","enum":["daily","monthly"]},"aggregate":{"type":"string","enum":["true","false"]},"tz":{"type":"string","pattern":"^(?:utc|Z|\\+(?:0\\d|1[0-3]):[0-5]\\d|\\+14:00|-(?:0\\d|1[01]):[0-5]\\d|-12:00)$"},"days":{"type":"integer","minimum":1,"maximum":179}}};
const pattern1 = new RegExp("^(?:utc|Z|\\+(?:0\\d|1[0-3]):[0-5]\\d|\\+14:00|-(?:0\\d|1[01]):[0-5]\\d|-12:00)$", "u");

function validate124(data, {instancePath=""}={}){
/*# sourceURL="Parameters_granularity_aggregate_tz_days" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "granularity") || (key0 === "aggregate")) || (key0 === "tz")) || (key0 === "days"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.granularity !== undefined){
let data0 = data.granularity;
if(typeof data0 !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/granularity",keyword:"type",params:{type: "string"}});
}
if(!((data0 === "daily") || (data0 === "monthly"))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/granularity",keyword:"enum",params:{allowedValues: schema44.properties.granularity.enum}});
}
}
if(data.aggregate !== undefined){
let data1 = data.aggregate;
if(typeof data1 !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/aggregate",keyword:"type",params:{type: "string"}});
}
if(!((data1 === "true") || (data1 === "false"))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/aggregate",keyword:"enum",params:{allowedValues: schema44.properties.aggregate.enum}});
}
}
if(data.tz !== undefined){
let data2 = data.tz;
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tz",keyword:"pattern",params:{pattern: "^(?:utc|Z|\\+(?:0\\d|1[0-3]):[0-5]\\d|\\+14:00|-(?:0\\d|1[01]):[0-5]\\d|-12:00)$"}});
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/tz",keyword:"type",params:{type: "string"}});
}
}
if(data.days !== undefined){
let data3 = data.days;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/days",keyword:"type",params:{type: "integer"}});
}
if(typeof data3 == "number"){
if(data3 > 179 || isNaN(data3)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/days",keyword:"maximum",params:{comparison: "<=", limit: 179}});
}
if(data3 < 1 || isNaN(data3)){
errors = (vErrors ??= []).push({instancePath:instancePath+"/days",keyword:"minimum",params:{comparison: ">=", limit: 1}});
}
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate124.errors = vErrors;
return errors === 0;
}

const ToolCallSeriesEnvelope = validate125;
const schema45 = {"$id":"ToolCallSeriesEnvelope","additionalProperties":false,"type":"object","required":["success","result"],"properties":{"success":{"type":"boolean"},"errors":{"type":"array","items":{"$ref":"ApiMessage"}},"messages":{"type":"array","items":{"$ref":"ApiMessage"}},"result":{"$ref":"ToolCallSeries"}}};
const schema46 = {"$id":"ToolCallSeries","additionalProperties":false,"type":"object","properties":{"granularity":{"type":"string","enum":["daily","monthly"]},"aggregate":{},"tz":{"type":"string"},"start":{"type":"integer","format":"int64"},"end":{"type":"integer","format":"int64"},"series":{"type":"array","items":{"$ref":"ToolCallCount"}},"total":{"type":"integer"}}};
const schema47 = {"$id":"ToolCallCount","additionalProperties":false,"type":"object","properties":{"day":{"type":"string"},"count":{"type":"integer"}}};

function validate129(data, {instancePath=""}={}){
/*# sourceURL="ToolCallCount" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "day") || (key0 === "count"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.day !== undefined){
if(typeof data.day !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/day",keyword:"type",params:{type: "string"}});
}
}
if(data.count !== undefined){
let data1 = data.count;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/count",keyword:"type",params:{type: "integer"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate129.errors = vErrors;
return errors === 0;
}


function validate128(data, {instancePath=""}={}){
/*# sourceURL="ToolCallSeries" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "granularity") || (key0 === "aggregate")) || (key0 === "tz")) || (key0 === "start")) || (key0 === "end")) || (key0 === "series")) || (key0 === "total"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.granularity !== undefined){
let data0 = data.granularity;
if(typeof data0 !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/granularity",keyword:"type",params:{type: "string"}});
}
if(!((data0 === "daily") || (data0 === "monthly"))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/granularity",keyword:"enum",params:{allowedValues: schema46.properties.granularity.enum}});
}
}
if(data.tz !== undefined){
if(typeof data.tz !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/tz",keyword:"type",params:{type: "string"}});
}
}
if(data.start !== undefined){
let data2 = data.start;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/start",keyword:"type",params:{type: "integer"}});
}
}
if(data.end !== undefined){
let data3 = data.end;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/end",keyword:"type",params:{type: "integer"}});
}
}
if(data.series !== undefined){
let data4 = data.series;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate129(data4[i0], {instancePath:instancePath+"/series/" + i0}))){
vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/series",keyword:"type",params:{type: "array"}});
}
}
if(data.total !== undefined){
let data6 = data.total;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
errors = (vErrors ??= []).push({instancePath:instancePath+"/total",keyword:"type",params:{type: "integer"}});
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate128.errors = vErrors;
return errors === 0;
}


function validate125(data, {instancePath=""}={}){
/*# sourceURL="ToolCallSeriesEnvelope" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "success"}});
}
if(data.result === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "result"}});
}
for(const key0 in data){
if(!((((key0 === "success") || (key0 === "errors")) || (key0 === "messages")) || (key0 === "result"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/success",keyword:"type",params:{type: "boolean"}});
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data1[i0], {instancePath:instancePath+"/errors/" + i0}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/errors",keyword:"type",params:{type: "array"}});
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/messages/" + i1}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath:instancePath+"/messages",keyword:"type",params:{type: "array"}});
}
}
if(data.result !== undefined){
if(!(validate128(data.result, {instancePath:instancePath+"/result"}))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate125.errors = vErrors;
return errors === 0;
}

const Parameters_account_id_portal_id = validate132;
const schema48 = {"$id":"Parameters_account_id_portal_id","additionalProperties":false,"type":"object","required":["account_id","portal_id"],"properties":{"account_id":{"type":"string"},"portal_id":{"$ref":"McpId"}}};

function validate132(data, {instancePath=""}={}){
/*# sourceURL="Parameters_account_id_portal_id" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "account_id"}});
}
if(data.portal_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "portal_id"}});
}
for(const key0 in data){
if(!((key0 === "account_id") || (key0 === "portal_id"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
}
}
if(data.portal_id !== undefined){
if(!(validate59(data.portal_id, {instancePath:instancePath+"/portal_id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate132.errors = vErrors;
return errors === 0;
}

const Parameters_account_id_server_id = validate134;
const schema49 = {"$id":"Parameters_account_id_server_id","additionalProperties":false,"type":"object","required":["account_id","server_id"],"properties":{"account_id":{"type":"string"},"server_id":{"$ref":"McpId"}}};

function validate134(data, {instancePath=""}={}){
/*# sourceURL="Parameters_account_id_server_id" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "account_id"}});
}
if(data.server_id === undefined){
errors = (vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "server_id"}});
}
for(const key0 in data){
if(!((key0 === "account_id") || (key0 === "server_id"))){
errors = (vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
if(data.account_id !== undefined){
if(typeof data.account_id !== "string"){
errors = (vErrors ??= []).push({instancePath:instancePath+"/account_id",keyword:"type",params:{type: "string"}});
}
}
if(data.server_id !== undefined){
if(!(validate59(data.server_id, {instancePath:instancePath+"/server_id"}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
errors = (vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
}
validate134.errors = vErrors;
return errors === 0;
}

export const operationValidators: OperationValidators[] = [
  {
    operationId: 'listPortals',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/portals',
    newer: false,
    pathParameters: Parameters_account_id,
    queryParameters: Parameters_page_per_page_search,
    numbers: ["page","per_page"],
    responses: { 200: McpPortalListEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'createPortal',
    method: 'POST',
    path: '/accounts/{account_id}/access/ai-controls/mcp/portals',
    newer: false,
    pathParameters: Parameters_account_id,
    queryParameters: Parameters,
    numbers: [],
    body: McpPortalCreate,
    responses: { 201: McpPortalEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'readPortal',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{id}',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    responses: { 200: McpPortalEnvelope, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'updatePortal',
    method: 'PUT',
    path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{id}',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    body: McpPortalUpdate,
    responses: { 200: McpPortalEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'deletePortal',
    method: 'DELETE',
    path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{id}',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    responses: { 200: DeletedMcpPortalEnvelope, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'listServers',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/servers',
    newer: false,
    pathParameters: Parameters_account_id,
    queryParameters: Parameters_page_per_page_search,
    numbers: ["page","per_page"],
    responses: { 200: McpServerListEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'createServer',
    method: 'POST',
    path: '/accounts/{account_id}/access/ai-controls/mcp/servers',
    newer: false,
    pathParameters: Parameters_account_id,
    queryParameters: Parameters,
    numbers: [],
    body: McpServerCreate,
    responses: { 201: McpServerEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'readServer',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    responses: { 200: McpServerEnvelope, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'updateServer',
    method: 'PUT',
    path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    body: McpServerUpdate,
    responses: { 200: McpServerEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'deleteServer',
    method: 'DELETE',
    path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    responses: { 200: McpServerEnvelope, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'syncServer',
    method: 'POST',
    path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/sync',
    newer: false,
    pathParameters: Parameters_account_id_id,
    queryParameters: Parameters,
    numbers: [],
    responses: { 200: McpServerSyncEnvelope, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'readEffectiveRedirectUri',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{portal_id}/servers/{server_id}/effective-redirect-uri',
    newer: true,
    pathParameters: Parameters_account_id_portal_id_server_id,
    queryParameters: Parameters,
    numbers: [],
    responses: { 200: EffectiveRedirectUriEnvelope, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'readToolCalls',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/analytics/tool-calls/timeseries',
    newer: true,
    pathParameters: Parameters_account_id,
    queryParameters: Parameters_granularity_aggregate_tz_days,
    numbers: ["days"],
    responses: { 200: ToolCallSeriesEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'readPortalToolCalls',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/analytics/portals/{portal_id}/tool-calls/timeseries',
    newer: true,
    pathParameters: Parameters_account_id_portal_id,
    queryParameters: Parameters_granularity_aggregate_tz_days,
    numbers: ["days"],
    responses: { 200: ToolCallSeriesEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
  {
    operationId: 'readServerToolCalls',
    method: 'GET',
    path: '/accounts/{account_id}/access/ai-controls/mcp/analytics/servers/{server_id}/tool-calls/timeseries',
    newer: true,
    pathParameters: Parameters_account_id_server_id,
    queryParameters: Parameters_granularity_aggregate_tz_days,
    numbers: ["days"],
    responses: { 200: ToolCallSeriesEnvelope, 400: ApiFailure, 401: ApiFailure, 403: ApiFailure, 404: ApiFailure, 429: ApiFailure, default: ApiFailure },
  },
]
