/* The users of a made server, their right to run services, and the passwords that its services keep: in server.bin, so that they outlive
   programs. given.txt has every password in the order in which it was given: user or service, name and password. A service starts only where
   its password is that of its user.
   Where refuse.txt is there, the next password is refused by policy, as Windows says it. */
#include "accounts.h"
#include <ntsecapi.h>
#include <stdio.h>

#define POLICY ((LSA_HANDLE)(ULONG_PTR)0xBEEF)
#define NOT_FOUND ((NTSTATUS)0xC0000034)

struct kept {
  wchar_t kind, name[64], password[160], comment[300];
  DWORD flags, rid, rights;
  ULONGLONG set_at;
};

static struct kept server[32];

/* Rights that can be given, each by its bit. */
static const wchar_t *const right_names[] = {L"SeServiceLogonRight", L"SeDenyRemoteInteractiveLogonRight"};
enum { MAY_RUN_SERVICES = 1 };

/* Another program may have changed it. */
static void look(void) {
  FILE *file = fopen("server.bin", "rb");
  memset(server, 0, sizeof(server));
  if (!file) return;
  fread(server, sizeof(server), 1, file);
  fclose(file);
}

static void keep(void) {
  FILE *file = fopen("server.bin", "wb");
  fwrite(server, sizeof(server), 1, file);
  fclose(file);
}

static ULONGLONG seconds(void) {
  FILETIME now;
  GetSystemTimeAsFileTime(&now);
  return (((ULONGLONG)now.dwHighDateTime << 32) + now.dwLowDateTime) / 10000000;
}

static struct kept *find(wchar_t kind, const wchar_t *name) {
  look();
  for (size_t index = 0; name && *name && index < COUNT(server); index++)
    if (server[index].kind == kind && !_wcsicmp(server[index].name, name)) return &server[index];
  return NULL;
}

static struct kept *add(wchar_t kind, const wchar_t *name) {
  size_t index = 0;
  while (server[index].kind) index++;
  server[index].kind = kind;
  wcscpy(server[index].name, name);
  server[index].rid = 2000 + (DWORD)index;
  return &server[index];
}

static void set_password(struct kept *holder, const wchar_t *password) {
  wchar_t line[300];
  char bytes[900];
  FILE *file = fopen("given.txt", "ab");
  wcscpy(holder->password, password);
  holder->set_at = seconds();
  keep();
  _snwprintf(line, 299, L"%ls %ls %ls", holder->kind == L'u' ? L"user" : L"service", holder->name, password);
  WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof(bytes), NULL, NULL);
  fprintf(file, "%s\n", bytes);
  fclose(file);
}

static DWORD take_password(struct kept *user, const wchar_t *password) {
  if (!user) return NERR_UserNotFound;
  if (DeleteFileW(L"refuse.txt")) return NERR_PasswordTooShort;
  set_password(user, password);
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetApiBufferFree(void *buffer) {
  take_back(buffer);
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetUserGetInfo(const wchar_t *machine, const wchar_t *name, DWORD level, BYTE **buffer) {
  struct kept *user = find(L'u', name);
  *buffer = NULL;
  if (!user) return NERR_UserNotFound;
  *buffer = hand_out(sizeof(USER_INFO_4));
  if (level == 1) {
    USER_INFO_1 *found = (USER_INFO_1 *)*buffer;
    found->usri1_priv = USER_PRIV_USER;
    found->usri1_comment = user->comment;
    found->usri1_flags = user->flags;
    return 0;
  }
  USER_INFO_4 *found = (USER_INFO_4 *)*buffer;
  found->usri4_name = user->name;
  found->usri4_user_sid = sid_of(OWN, user->rid);
  found->usri4_comment = user->comment;
  found->usri4_flags = user->flags;
  found->usri4_password_age = (DWORD)(seconds() - user->set_at);
  return level == 4 ? 0 : ERROR_INVALID_LEVEL;
}

__declspec(dllexport) DWORD WINAPI NetUserChangePassword(const wchar_t *machine, const wchar_t *name, const wchar_t *old, const wchar_t *next) {
  struct kept *user = find(L'u', name);
  if (user && wcscmp(user->password, old)) return ERROR_INVALID_PASSWORD;
  return take_password(user, next);
}

__declspec(dllexport) DWORD WINAPI NetUserSetInfo(const wchar_t *machine, const wchar_t *name, DWORD level, BYTE *buffer, DWORD *parameter) {
  struct kept *user = find(L'u', name);
  if (!user) return NERR_UserNotFound;
  if (level == 1003) return take_password(user, ((USER_INFO_1003 *)buffer)->usri1003_password);
  if (level != 1008) return ERROR_INVALID_LEVEL;
  user->flags = ((USER_INFO_1008 *)buffer)->usri1008_flags;
  keep();
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetUserAdd(const wchar_t *machine, DWORD level, BYTE *buffer, DWORD *parameter) {
  USER_INFO_1 *wanted = (USER_INFO_1 *)buffer;
  struct kept *made;
  if (level != 1) return ERROR_INVALID_LEVEL;
  if (find(L'u', wanted->usri1_name)) return NERR_UserExists;
  made = add(L'u', wanted->usri1_name);
  wcscpy(made->comment, wanted->usri1_comment);
  made->flags = wanted->usri1_flags;
  return take_password(made, wanted->usri1_password);
}

__declspec(dllexport) DWORD WINAPI NetUserDel(const wchar_t *machine, const wchar_t *name) {
  struct kept *user = find(L'u', name);
  if (!user) return NERR_UserNotFound;
  memset(user, 0, sizeof(*user));
  keep();
  return 0;
}

static BOOL fail(DWORD code) {
  SetLastError(code);
  return FALSE;
}

/* The function of the same name in Windows itself. */
static FARPROC windows_has(const char *library, const char *function) { return GetProcAddress(GetModuleHandleA(library), function); }
#define REAL(type, function) ((type)windows_has("advapi32.dll", function))

static int is_user(HANDLE token) { return (struct kept *)token >= server && (struct kept *)token < server + COUNT(server); }

__declspec(dllexport) BOOL WINAPI LogonUserW(const wchar_t *name, const wchar_t *domain, const wchar_t *password, DWORD type, DWORD provider, HANDLE *token) {
  struct kept *user = find(L'u', name);
  if (!user || wcscmp(user->password, password)) return fail(ERROR_LOGON_FAILURE);
  if (type == LOGON32_LOGON_SERVICE && !(user->rights & MAY_RUN_SERVICES)) return fail(ERROR_LOGON_TYPE_NOT_GRANTED);
  outstanding += 1;
  *token = (HANDLE)user;
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI GetTokenInformation(HANDLE token, TOKEN_INFORMATION_CLASS kind, void *buffer, DWORD bytes, DWORD *needed) {
  TOKEN_USER *answer = buffer;
  if (!is_user(token)) return REAL(BOOL(WINAPI *)(HANDLE, TOKEN_INFORMATION_CLASS, void *, DWORD, DWORD *), "GetTokenInformation")(token, kind, buffer, bytes, needed);
  answer->User.Sid = answer + 1;
  return CopySid(bytes - sizeof(*answer), answer->User.Sid, sid_of(OWN, ((struct kept *)token)->rid));
}

__declspec(dllexport) BOOL WINAPI CloseHandle(HANDLE handle) {
  if (!is_user(handle)) return ((BOOL(WINAPI *)(HANDLE))windows_has("kernel32.dll", "CloseHandle"))(handle);
  outstanding -= 1;
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI LookupAccountNameW(const wchar_t *machine, const wchar_t *name, PSID sid, DWORD *bytes, wchar_t *domain, DWORD *characters, SID_NAME_USE *use) {
  const wchar_t *slash = wcschr(name, L'\\');
  struct kept *user = find(L'u', slash ? slash + 1 : name);
  if (!user) return REAL(BOOL(WINAPI *)(const wchar_t *, const wchar_t *, PSID, DWORD *, wchar_t *, DWORD *, SID_NAME_USE *), "LookupAccountNameW")(machine, name, sid, bytes, domain, characters, use);
  *use = SidTypeUser;
  GetComputerNameW(domain, characters);
  return CopySid(*bytes, sid, sid_of(OWN, user->rid));
}

__declspec(dllexport) NTSTATUS WINAPI LsaOpenPolicy(LSA_UNICODE_STRING *machine, LSA_OBJECT_ATTRIBUTES *attributes, ACCESS_MASK access, LSA_HANDLE *policy) {
  outstanding += 1;
  *policy = POLICY;
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaClose(LSA_HANDLE policy) {
  outstanding -= 1;
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaFreeMemory(void *memory) {
  take_back(memory);
  return 0;
}

static struct kept *user_with(PSID sid) {
  look();
  for (size_t index = 0; index < COUNT(server); index++)
    if (server[index].kind == L'u' && EqualSid(sid, sid_of(OWN, server[index].rid))) return &server[index];
  return NULL;
}

/* Nobody holds a right by a group. */
__declspec(dllexport) NTSTATUS WINAPI LsaEnumerateAccountsWithUserRight(LSA_HANDLE policy, LSA_UNICODE_STRING *right, void **buffer, ULONG *count) { return 0x8000001A; }

__declspec(dllexport) NTSTATUS WINAPI LsaEnumerateAccountRights(LSA_HANDLE policy, PSID sid, LSA_UNICODE_STRING **rights, ULONG *count) {
  struct kept *user = user_with(sid);
  if (!user || !user->rights) return NOT_FOUND;
  *rights = hand_out(COUNT(right_names) * sizeof(**rights));
  *count = 0;
  for (size_t index = 0; index < COUNT(right_names); index++) {
    if (!(user->rights >> index & 1)) continue;
    (*rights)[*count].Buffer = (wchar_t *)right_names[index];
    (*rights)[*count].Length = (*rights)[*count].MaximumLength = (USHORT)(wcslen(right_names[index]) * 2);
    *count += 1;
  }
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaAddAccountRights(LSA_HANDLE policy, PSID sid, LSA_UNICODE_STRING *rights, ULONG count) {
  struct kept *user = user_with(sid);
  for (size_t index = 0; user && count == 1 && index < COUNT(right_names); index++) {
    if (wcsncmp(rights->Buffer, right_names[index], rights->Length / 2)) continue;
    user->rights |= 1 << index;
    keep();
    return 0;
  }
  return NOT_FOUND;
}

/* Names of the services behind handles, which Windows does not tell. */
static struct {
  SC_HANDLE handle;
  wchar_t name[64];
} opened[64];
static int next_opened;

static const wchar_t *name_of(SC_HANDLE service) {
  for (int back = 1; back <= (int)COUNT(opened); back++) {
    int index = (next_opened - back + 2 * COUNT(opened)) % COUNT(opened);
    if (opened[index].handle == service) return opened[index].name;
  }
  return L"";
}

__declspec(dllexport) SC_HANDLE WINAPI OpenServiceW(SC_HANDLE manager, const wchar_t *name, DWORD access) {
  SC_HANDLE service = REAL(SC_HANDLE(WINAPI *)(SC_HANDLE, const wchar_t *, DWORD), "OpenServiceW")(manager, name, access);
  opened[next_opened].handle = service;
  wcscpy(opened[next_opened].name, name);
  next_opened = (next_opened + 1) % COUNT(opened);
  return service;
}

typedef BOOL(WINAPI *change)(SC_HANDLE, DWORD, DWORD, DWORD, const wchar_t *, const wchar_t *, DWORD *, const wchar_t *, const wchar_t *, const wchar_t *, const wchar_t *);

/* Account and password are one: without the account Windows would take no password. */
__declspec(dllexport) BOOL WINAPI ChangeServiceConfigW(SC_HANDLE service, DWORD type, DWORD start, DWORD errors, const wchar_t *path, const wchar_t *group, DWORD *tag, const wchar_t *needs, const wchar_t *account, const wchar_t *password, const wchar_t *display) {
  if (!account != !password) return fail(ERROR_INVALID_PARAMETER);
  if (!REAL(change, "ChangeServiceConfigW")(service, type, start, errors, path, group, tag, needs, account, password, display)) return FALSE;
  if (!password) return TRUE;
  struct kept *known = find(L's', name_of(service));
  if (!known) known = add(L's', name_of(service));
  wcscpy(known->comment, wcschr(account, L'\\') ? wcschr(account, L'\\') + 1 : account);
  set_password(known, password);
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI StartServiceW(SC_HANDLE service, DWORD count, const wchar_t **arguments) {
  struct kept *known = find(L's', name_of(service)), *user = known ? find(L'u', known->comment) : NULL;
  if (known && (!user || !(user->rights & MAY_RUN_SERVICES) || wcscmp(known->password, user->password))) return fail(ERROR_SERVICE_LOGON_FAILED);
  return REAL(BOOL(WINAPI *)(SC_HANDLE, DWORD, const wchar_t **), "StartServiceW")(service, count, arguments);
}
