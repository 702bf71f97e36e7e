/* Access lists of every kind for files by their name, and a proxy; what is handed out is counted. */
#define LocalFree RealLocalFree
#define GlobalFree RealGlobalFree
#include "accounts.h"
#include <aclapi.h>
#include <winhttp.h>
#undef LocalFree
#undef GlobalFree

#define READING FILE_GENERIC_READ
#define LIST_BYTES 1024

static const SID everyone = {1, 1, SECURITY_WORLD_SID_AUTHORITY, {SECURITY_WORLD_RID}};

/* An entry with a condition: a plain one, followed by the bytes of its condition. */
static void add_conditional(ACL *list, BYTE type, PSID sid) {
  BYTE bytes[128] = {0};
  ACCESS_ALLOWED_CALLBACK_ACE *entry = (void *)bytes;
  entry->Header.AceType = type;
  entry->Header.AceSize = offsetof(ACCESS_ALLOWED_CALLBACK_ACE, SidStart) + GetLengthSid(sid) + 8;
  entry->Mask = READING;
  CopySid(SECURITY_MAX_SID_SIZE, &entry->SidStart, sid);
  AddAce(list, ACL_REVISION_DS, MAXDWORD, entry, entry->Header.AceSize);
}

/* An entry for an object: its identifiers come before the SID, each where the flags tell of it. */
static void add_for_object(ACL *list, DWORD flags, PSID sid) {
  BYTE bytes[128] = {0};
  ACCESS_ALLOWED_OBJECT_ACE *entry = (void *)bytes;
  BYTE *end = (BYTE *)&entry->ObjectType;
  for (DWORD flag = ACE_OBJECT_TYPE_PRESENT; flag <= ACE_INHERITED_OBJECT_TYPE_PRESENT; flag <<= 1) {
    if (flags & flag) end = (BYTE *)memset(end, 0xEE, sizeof(GUID)) + sizeof(GUID);
  }
  entry->Header.AceType = ACCESS_ALLOWED_OBJECT_ACE_TYPE;
  entry->Header.AceSize = (WORD)(end - bytes) + GetLengthSid(sid);
  entry->Mask = READING;
  entry->Flags = flags;
  CopySid(SECURITY_MAX_SID_SIZE, end, sid);
  AddAce(list, ACL_REVISION_DS, MAXDWORD, entry, entry->Header.AceSize);
}

static void fill(ACL *list) {
  AddAccessDeniedAceEx(list, ACL_REVISION_DS, 0, FILE_READ_DATA, sid_of(0, 545));
  add_conditional(list, ACCESS_DENIED_CALLBACK_ACE_TYPE, sid_of(OWN, 1001));
  AddAccessAllowedAceEx(list, ACL_REVISION_DS, 0, FILE_ALL_ACCESS, sid_of(0, 544));
  AddAccessAllowedAceEx(list, ACL_REVISION_DS, 0, READING, sid_of(0, 545));
  AddAccessAllowedAceEx(list, ACL_REVISION_DS, INHERIT_ONLY_ACE | OBJECT_INHERIT_ACE, GENERIC_ALL, (PSID)&everyone);
  add_for_object(list, ACE_OBJECT_TYPE_PRESENT | ACE_INHERITED_OBJECT_TYPE_PRESENT, sid_of(OWN, 1001));
  add_for_object(list, ACE_INHERITED_OBJECT_TYPE_PRESENT, sid_of(OWN, 1002));
  AddAccessAllowedAceEx(list, ACL_REVISION_DS, 0, FILE_GENERIC_WRITE & ~READ_CONTROL, sid_of(OWN, 1003));
  add_conditional(list, ACCESS_ALLOWED_CALLBACK_ACE_TYPE, sid_of(LOST, 1004));
}

__declspec(dllexport) DWORD WINAPI GetNamedSecurityInfoW(const wchar_t *name, SE_OBJECT_TYPE type, SECURITY_INFORMATION information, PSID *owner, PSID *group, PACL *list, PACL *audit, PSECURITY_DESCRIPTOR *descriptor) {
  if (type != SE_FILE_OBJECT || information != DACL_SECURITY_INFORMATION || owner || group || audit) return ERROR_INVALID_PARAMETER;
  if (wcsstr(name, L"denied")) return ERROR_ACCESS_DENIED;
  *descriptor = hand_out(LIST_BYTES);
  *list = NULL;
  if (wcsstr(name, L"open")) return ERROR_SUCCESS;
  *list = *descriptor;
  InitializeAcl(*list, LIST_BYTES, ACL_REVISION_DS);
  if (!wcsstr(name, L"closed")) fill(*list);
  return ERROR_SUCCESS;
}

__declspec(dllexport) BOOL WINAPI WinHttpGetDefaultProxyConfiguration(WINHTTP_PROXY_INFO *information) {
  information->dwAccessType = WINHTTP_ACCESS_TYPE_NAMED_PROXY;
  information->lpszProxy = wcscpy(hand_out(64), L"http=büro:80;https=b:443");
  information->lpszProxyBypass = wcscpy(hand_out(64), L"<local>");
  return TRUE;
}

__declspec(dllexport) void *WINAPI LocalFree(void *memory) {
  take_back(memory);
  return NULL;
}

__declspec(dllexport) void *WINAPI GlobalFree(void *memory) {
  take_back(memory);
  return NULL;
}
