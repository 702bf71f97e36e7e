/* Groups of a made server's accounts: many for one, none for others, each in its own way. */
#include "accounts.h"
#include <authz.h>

#define MANAGER ((AUTHZ_RESOURCE_MANAGER_HANDLE)(ULONG_PTR)0xA1)
#define CONTEXT ((AUTHZ_CLIENT_CONTEXT_HANDLE)(ULONG_PTR)0xA2)
#define GROUPS 700

__declspec(dllexport) BOOL WINAPI AuthzInitializeResourceManager(DWORD flags, PFN_AUTHZ_DYNAMIC_ACCESS_CHECK check, PFN_AUTHZ_COMPUTE_DYNAMIC_GROUPS compute, PFN_AUTHZ_FREE_DYNAMIC_GROUPS release, const wchar_t *name, AUTHZ_RESOURCE_MANAGER_HANDLE *manager) {
  if (flags != AUTHZ_RM_FLAG_NO_AUDIT || check || compute || release || name) return FALSE;
  outstanding += 1;
  *manager = MANAGER;
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI AuthzFreeResourceManager(AUTHZ_RESOURCE_MANAGER_HANDLE manager) {
  if (manager == MANAGER) outstanding -= 1;
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI AuthzInitializeContextFromSid(DWORD flags, PSID sid, AUTHZ_RESOURCE_MANAGER_HANDLE manager, LARGE_INTEGER *expires, LUID identifier, void *arguments, AUTHZ_CLIENT_CONTEXT_HANDLE *context) {
  DWORD rid = *GetSidSubAuthority(sid, 4);
  if (flags || manager != MANAGER || expires || identifier.LowPart || identifier.HighPart || arguments) SetLastError(ERROR_INVALID_PARAMETER);
  else if (rid == 1002) SetLastError(ERROR_NO_SUCH_DOMAIN);
  else if (rid == 1003) SetLastError(ERROR_ACCESS_DENIED);
  else {
    outstanding += 1;
    *context = CONTEXT;
    return TRUE;
  }
  return FALSE;
}

__declspec(dllexport) BOOL WINAPI AuthzFreeContext(AUTHZ_CLIENT_CONTEXT_HANDLE context) {
  if (context == CONTEXT) outstanding -= 1;
  return TRUE;
}

/* Group 3001 is one that the account would only be denied by, 3002 the mark of a session. */
__declspec(dllexport) BOOL WINAPI AuthzGetInformationFromContext(AUTHZ_CLIENT_CONTEXT_HANDLE context, AUTHZ_CONTEXT_INFORMATION_CLASS kind, DWORD bytes, DWORD *needed, void *buffer) {
  TOKEN_GROUPS *groups = buffer;
  BYTE *sids = (BYTE *)buffer + offsetof(TOKEN_GROUPS, Groups) + GROUPS * sizeof(SID_AND_ATTRIBUTES);
  *needed = (DWORD)(sids - (BYTE *)buffer) + GROUPS * 28;
  if (context != CONTEXT || kind != AuthzContextInfoGroupsSids) return FALSE;
  if (bytes < *needed) {
    SetLastError(ERROR_INSUFFICIENT_BUFFER);
    return FALSE;
  }
  groups->GroupCount = GROUPS;
  for (DWORD index = 0; index < GROUPS; index++) {
    groups->Groups[index].Sid = memcpy(sids + index * 28, sid_of(TRUSTED, 3000 + index), 28);
    groups->Groups[index].Attributes = index == 1 ? SE_GROUP_USE_FOR_DENY_ONLY : index == 2 ? SE_GROUP_LOGON_ID : SE_GROUP_ENABLED;
  }
  return TRUE;
}
