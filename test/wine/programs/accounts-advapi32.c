/* Rights and names of a made server; names that it does not know are those of Windows. REFUSE: the status that the policy refuses with. */
#include "accounts.h"
#include <ntsecapi.h>

#ifndef REFUSE
#define REFUSE 0
#endif

/* Rights with which the policy may be opened. */
#ifndef MAY_OPEN
#define MAY_OPEN(access) ((access) == 0x801)
#endif

#define POLICY ((LSA_HANDLE)(ULONG_PTR)0xBEEF)

__declspec(dllexport) NTSTATUS WINAPI LsaOpenPolicy(LSA_UNICODE_STRING *system, LSA_OBJECT_ATTRIBUTES *attributes, ACCESS_MASK access, LSA_HANDLE *policy) {
  if (REFUSE) return REFUSE;
  if (system || attributes->Length != sizeof(*attributes) || attributes->ObjectName || !MAY_OPEN(access)) return 0xC000000D;
  outstanding += 1;
  *policy = POLICY;
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaClose(LSA_HANDLE policy) {
  if (policy == POLICY) outstanding -= 1;
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaFreeMemory(void *memory) {
  take_back(memory);
  return 0;
}

static int names(const LSA_UNICODE_STRING *right, const wchar_t *expected) {
  return right->Length == wcslen(expected) * 2 && right->MaximumLength >= right->Length && !wcsncmp(right->Buffer, expected, right->Length / 2);
}

__declspec(dllexport) NTSTATUS WINAPI LsaEnumerateAccountsWithUserRight(LSA_HANDLE policy, LSA_UNICODE_STRING *right, void **buffer, ULONG *count) {
  LSA_ENUMERATION_INFORMATION *rows;
  if (policy != POLICY) return 0xC0000008;
  if (names(right, L"SeTcbPrivilege")) return 0xC0000022;
  if (names(right, L"SeSyncAgentPrivilege")) return 0xC0020017;
  if (names(right, L"SeDelegateSessionUserImpersonatePrivilege")) return 0xC0000060;
  if (!names(right, L"SeNetworkLogonRight") && !names(right, L"SeDenyRemoteInteractiveLogonRight")) return 0x8000001A;
  rows = hand_out(2 * sizeof(*rows));
  rows[0].Sid = names(right, L"SeNetworkLogonRight") ? sid_of(0, 544) : sid_of(OWN, 1001);
  rows[1].Sid = sid_of(LOST, 1234);
  *buffer = rows;
  *count = 2;
  return 0;
}

/* The function of the same name in Windows itself. */
static FARPROC windows_has(const char *function) { return GetProcAddress(GetModuleHandleW(L"advapi32.dll"), function); }

__declspec(dllexport) BOOL WINAPI LookupAccountNameW(const wchar_t *system, const wchar_t *name, PSID sid, DWORD *bytes, wchar_t *domain, DWORD *characters, SID_NAME_USE *use) {
  const wchar_t *slash = wcschr(name, L'\\'), *bare = slash ? slash + 1 : name;
  for (size_t index = 0; index < COUNT(accounts); index++) {
    const struct account *known = &accounts[index];
    PSID found;
    if (wcscmp(bare, known->name) || (slash && wcsncmp(name, known->domain, slash - name))) continue;
    found = sid_of(known->prefix, known->rid);
    memcpy(sid, found, GetLengthSid(found));
    wcscpy(domain, known->domain);
    *characters = (DWORD)wcslen(domain);
    *use = known->use;
    return TRUE;
  }
  return ((BOOL(WINAPI *)(const wchar_t *, const wchar_t *, PSID, DWORD *, wchar_t *, DWORD *, SID_NAME_USE *))windows_has("LookupAccountNameW"))(system, name, sid, bytes, domain, characters, use);
}

__declspec(dllexport) BOOL WINAPI LookupAccountSidW(const wchar_t *system, PSID sid, wchar_t *name, DWORD *length, wchar_t *domain, DWORD *characters, SID_NAME_USE *use) {
  for (size_t index = 0; index < COUNT(accounts); index++) {
    const struct account *known = &accounts[index];
    if (!EqualSid(sid, sid_of(known->prefix, known->rid))) continue;
    wcscpy(name, known->name);
    *length = (DWORD)wcslen(name);
    wcscpy(domain, known->domain);
    *characters = (DWORD)wcslen(domain);
    *use = known->use;
    return TRUE;
  }
  return ((BOOL(WINAPI *)(const wchar_t *, PSID, wchar_t *, DWORD *, wchar_t *, DWORD *, SID_NAME_USE *))windows_has("LookupAccountSidW"))(system, sid, name, length, domain, characters, use);
}
