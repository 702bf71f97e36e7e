/* Groups of the accounts of the described Windows. */
#include "described.h"
#include <authz.h>

EXPORT BOOL WINAPI AuthzInitializeResourceManager(DWORD flags, PFN_AUTHZ_DYNAMIC_ACCESS_CHECK check, PFN_AUTHZ_COMPUTE_DYNAMIC_GROUPS compute, PFN_AUTHZ_FREE_DYNAMIC_GROUPS release, const wchar_t *name, AUTHZ_RESOURCE_MANAGER_HANDLE *manager) {
  if (flags != AUTHZ_RM_FLAG_NO_AUDIT) return fail(ERROR_INVALID_PARAMETER);
  *manager = (AUTHZ_RESOURCE_MANAGER_HANDLE)open_handle(AUTHZ_MANAGER, 0);
  return TRUE;
}

EXPORT BOOL WINAPI AuthzFreeResourceManager(AUTHZ_RESOURCE_MANAGER_HANDLE manager) { return close_handle((HANDLE)manager, AUTHZ_MANAGER); }

EXPORT BOOL WINAPI AuthzInitializeContextFromSid(DWORD flags, PSID sid, AUTHZ_RESOURCE_MANAGER_HANDLE manager, LARGE_INTEGER *expires, LUID identifier, void *arguments, AUTHZ_CLIENT_CONTEXT_HANDLE *context) {
  if (flags || index_of((HANDLE)manager, AUTHZ_MANAGER) < 0) return fail(ERROR_INVALID_PARAMETER);
  for (int index = 0; index < COUNT(account_groups); index++) {
    if (!EqualSid(sid, sid_of(account_groups[index].name))) continue;
    *context = (AUTHZ_CLIENT_CONTEXT_HANDLE)open_handle(AUTHZ_CONTEXT, index);
    return TRUE;
  }
  return fail(ERROR_NO_SUCH_USER);
}

EXPORT BOOL WINAPI AuthzFreeContext(AUTHZ_CLIENT_CONTEXT_HANDLE context) { return close_handle((HANDLE)context, AUTHZ_CONTEXT); }

/* The session's own mark stands among the groups, as Windows puts it there. */
EXPORT BOOL WINAPI AuthzGetInformationFromContext(AUTHZ_CLIENT_CONTEXT_HANDLE context, AUTHZ_CONTEXT_INFORMATION_CLASS kind, DWORD bytes, DWORD *needed, void *buffer) {
  int index = index_of((HANDLE)context, AUTHZ_CONTEXT);
  const struct described_list *account = &account_groups[index];
  TOKEN_GROUPS *groups = buffer;
  DWORD count = account->count + 1;
  BYTE *sids = (BYTE *)&groups->Groups[count];
  if (index < 0 || kind != AuthzContextInfoGroupsSids) return fail(ERROR_INVALID_PARAMETER);
  *needed = (DWORD)(sids - (BYTE *)buffer) + count * SECURITY_MAX_SID_SIZE;
  if (bytes < *needed) return fail(ERROR_INSUFFICIENT_BUFFER);
  groups->GroupCount = count;
  for (DWORD row = 0; row < count; row++) {
    PSID sid = sid_of(row < account->count ? account->texts[row] : L"S-1-5-5-0-424242");
    groups->Groups[row].Sid = memcpy(sids + row * SECURITY_MAX_SID_SIZE, sid, GetLengthSid(sid));
    groups->Groups[row].Attributes = SE_GROUP_ENABLED | SE_GROUP_MANDATORY | (row < account->count ? 0 : SE_GROUP_LOGON_ID);
  }
  return TRUE;
}
