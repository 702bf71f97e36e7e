/* Services, rights, names and tokens of the described Windows; its registry is that of Windows itself. */
#include "described.h"
#include <ntsecapi.h>

/* Services that one page of the list holds. */
#define PAGE 64

EXPORT SC_HANDLE WINAPI OpenSCManagerW(const wchar_t *machine, const wchar_t *database, DWORD access) {
  if (machine || database || access & ~(SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE)) {
    fail(ERROR_INVALID_PARAMETER);
    return NULL;
  }
  return open_handle(MANAGER, 0);
}

EXPORT BOOL WINAPI CloseServiceHandle(SC_HANDLE handle) { return close_handle(handle, kind_of(handle) == MANAGER ? MANAGER : SERVICE); }

EXPORT BOOL WINAPI EnumServicesStatusExW(SC_HANDLE manager, SC_ENUM_TYPE level, DWORD types, DWORD states, BYTE *buffer, DWORD bytes, DWORD *needed, DWORD *returned, DWORD *resume, const wchar_t *group) {
  ENUM_SERVICE_STATUS_PROCESSW *rows = (ENUM_SERVICE_STATUS_PROCESSW *)buffer;
  BYTE *end = buffer + (bytes & ~1u);
  DWORD from = *resume, count = 0;
  if (index_of(manager, MANAGER) < 0 || level != SC_ENUM_PROCESS_INFO || types != SERVICE_WIN32 || states != SERVICE_STATE_ALL) return fail(ERROR_INVALID_PARAMETER);
  for (; from + count < COUNT(services) && count < PAGE; count++) {
    const struct described_service *service = &services[from + count];
    size_t texts = (wcslen(service->name) + wcslen(service->display_name) + 2) * sizeof(wchar_t);
    if (end - texts < (BYTE *)&rows[count + 1]) break;
    rows[count].lpServiceName = put_text(&end, service->name);
    rows[count].lpDisplayName = put_text(&end, service->display_name);
    rows[count].ServiceStatusProcess.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    rows[count].ServiceStatusProcess.dwCurrentState = service->state;
  }
  *returned = count;
  *resume = from + count;
  *needed = *resume < COUNT(services) ? PAGE * 256 : 0;
  return *needed == 0 ? TRUE : fail(ERROR_MORE_DATA);
}

EXPORT SC_HANDLE WINAPI OpenServiceW(SC_HANDLE manager, const wchar_t *name, DWORD access) {
  if (index_of(manager, MANAGER) < 0 || access & ~SERVICE_QUERY_CONFIG) {
    fail(ERROR_INVALID_HANDLE);
    return NULL;
  }
  for (int index = 0; index < COUNT(services); index++) {
    if (!_wcsicmp(services[index].name, name)) return open_handle(SERVICE, index);
  }
  fail(ERROR_SERVICE_DOES_NOT_EXIST);
  return NULL;
}

EXPORT BOOL WINAPI QueryServiceConfigW(SC_HANDLE handle, QUERY_SERVICE_CONFIGW *configuration, DWORD bytes, DWORD *needed) {
  int index = index_of(handle, SERVICE);
  BYTE *end = (BYTE *)configuration + bytes;
  if (index < 0) return fail(ERROR_INVALID_HANDLE);
  memset(configuration, 0, sizeof(*configuration));
  configuration->dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  configuration->dwStartType = services[index].start;
  configuration->lpBinaryPathName = put_text(&end, services[index].command);
  configuration->lpServiceStartName = put_text(&end, services[index].account);
  configuration->lpDisplayName = put_text(&end, services[index].display_name);
  return TRUE;
}

EXPORT BOOL WINAPI QueryServiceConfig2W(SC_HANDLE handle, DWORD level, BYTE *buffer, DWORD bytes, DWORD *needed) {
  int index = index_of(handle, SERVICE);
  if (index < 0) return fail(ERROR_INVALID_HANDLE);
  if (level != SERVICE_CONFIG_DELAYED_AUTO_START_INFO) return fail(ERROR_INVALID_LEVEL);
  ((SERVICE_DELAYED_AUTO_START_INFO *)buffer)->fDelayedAutostart = services[index].delayed;
  return TRUE;
}

EXPORT NTSTATUS WINAPI LsaOpenPolicy(LSA_UNICODE_STRING *system, LSA_OBJECT_ATTRIBUTES *attributes, ACCESS_MASK access, LSA_HANDLE *policy) {
  if (system || attributes->Length != sizeof(*attributes) || access != (POLICY_VIEW_LOCAL_INFORMATION | POLICY_LOOKUP_NAMES)) return 0xC000000D;
  *policy = open_handle(POLICY, 0);
  return 0;
}

EXPORT NTSTATUS WINAPI LsaClose(LSA_HANDLE policy) { return close_handle(policy, POLICY) ? 0 : 0xC0000008; }

EXPORT NTSTATUS WINAPI LsaFreeMemory(void *memory) {
  take_back(memory);
  return 0;
}

EXPORT NTSTATUS WINAPI LsaEnumerateAccountsWithUserRight(LSA_HANDLE policy, LSA_UNICODE_STRING *right, void **buffer, ULONG *count) {
  *buffer = NULL;
  *count = 0;
  if (index_of(policy, POLICY) < 0) return 0xC0000008;
  for (size_t index = 0; index < COUNT(rights); index++) {
    LSA_ENUMERATION_INFORMATION *rows;
    if (right->Length != wcslen(rights[index].name) * 2 || wcsncmp(right->Buffer, rights[index].name, right->Length / 2)) continue;
    if (rights[index].count == 0) return 0x8000001A;
    rows = hand_out(rights[index].count * sizeof(*rows));
    for (DWORD row = 0; row < rights[index].count; row++) rows[row].Sid = sid_of(rights[index].texts[row]);
    *buffer = rows;
    *count = rights[index].count;
    return 0;
  }
  return 0xC0000060;
}

EXPORT BOOL WINAPI LookupAccountNameW(const wchar_t *system, const wchar_t *name, PSID sid, DWORD *bytes, wchar_t *domain, DWORD *characters, SID_NAME_USE *use) {
  const wchar_t *slash = wcschr(name, L'\\'), *bare = slash ? slash + 1 : name;
  if (system) return fail(ERROR_INVALID_PARAMETER);
  for (size_t index = 0; index < COUNT(accounts); index++) {
    const struct described_account *account = &accounts[index];
    size_t authority = wcslen(account->authority);
    if (_wcsicmp(bare, account->name)) continue;
    if (slash && (slash - name != authority || _wcsnicmp(name, account->authority, authority))) continue;
    if (!CopySid(*bytes, sid, sid_of(account->sid)) || *characters <= authority) return fail(ERROR_INSUFFICIENT_BUFFER);
    wcscpy(domain, account->authority);
    *characters = (DWORD)authority;
    *use = account->use;
    return TRUE;
  }
  return fail(ERROR_NONE_MAPPED);
}

EXPORT BOOL WINAPI LookupAccountSidW(const wchar_t *system, PSID sid, wchar_t *name, DWORD *length, wchar_t *domain, DWORD *characters, SID_NAME_USE *use) {
  if (system) return fail(ERROR_INVALID_PARAMETER);
  for (size_t index = 0; index < COUNT(accounts); index++) {
    const struct described_account *account = &accounts[index];
    if (!EqualSid(sid, sid_of(account->sid))) continue;
    if (*length <= wcslen(account->name) || *characters <= wcslen(account->authority)) return fail(ERROR_INSUFFICIENT_BUFFER);
    wcscpy(name, account->name);
    wcscpy(domain, account->authority);
    *length = (DWORD)wcslen(name);
    *characters = (DWORD)wcslen(domain);
    *use = account->use;
    return TRUE;
  }
  return fail(ERROR_NONE_MAPPED);
}

/* The token of this process is row 0, that of the process in row n is n + 1. */
EXPORT BOOL WINAPI OpenProcessToken(HANDLE process, DWORD access, HANDLE *token) {
  int index = index_of(process, PROCESS);
  if (access != TOKEN_QUERY) return fail(ERROR_ACCESS_DENIED);
  if (process != (HANDLE)-1 && index < 0) return fail(ERROR_INVALID_HANDLE);
  if (index >= 0 && !processes[index].sid) return fail(ERROR_ACCESS_DENIED);
  *token = open_handle(TOKEN, index + 1);
  return TRUE;
}

EXPORT BOOL WINAPI GetTokenInformation(HANDLE token, TOKEN_INFORMATION_CLASS kind, void *buffer, DWORD bytes, DWORD *needed) {
  int row = index_of(token, TOKEN);
  PSID sid;
  if (row < 0) return fail(ERROR_INVALID_HANDLE);
  sid = sid_of(row == 0 ? READER_SID : processes[row - 1].sid);
  if (kind == TokenElevation) {
    *needed = sizeof(TOKEN_ELEVATION);
    ((TOKEN_ELEVATION *)buffer)->TokenIsElevated = READER_ELEVATED;
    return TRUE;
  }
  if (kind != TokenUser) return fail(ERROR_INVALID_PARAMETER);
  *needed = sizeof(TOKEN_USER) + GetLengthSid(sid);
  if (bytes < *needed) return fail(ERROR_INSUFFICIENT_BUFFER);
  ((TOKEN_USER *)buffer)->User.Sid = memcpy((TOKEN_USER *)buffer + 1, sid, GetLengthSid(sid));
  ((TOKEN_USER *)buffer)->User.Attributes = 0;
  return TRUE;
}
