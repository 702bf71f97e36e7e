/* Users of a made server that can be changed and signed in; every call is noted in calls.txt. REFUSE: the code that every change refuses
   with. PRETEND: changes are taken and not made. ADMINISTER: a new user is an administrator. DOMAIN: they are those of the domain ACME, which
   its leading controller tells of; UNFOUND: that one is not found, CLOSED: it refuses to tell. */
#include "accounts.h"
#include <dsgetdc.h>
#include <stdio.h>

#ifndef REFUSE
#define REFUSE 0
#endif

#define NETWORK 3
#define BATCH 4
#define SERVICE 5

struct user {
  wchar_t name[32], password[160], comment[300];
  DWORD flags, rid, privilege, days;
  ULONGLONG set_at;
};

#define ORDINARY (UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_DONT_EXPIRE_PASSWD)

/* Whose password was set days ago, which is days before this machine began to count. */
static struct user users[16] = {
    {L"sync", L"Winter-Old-2024", L"", ORDINARY, 1004, 1, 40},
    {L"locked", L"Winter-Old-2024", L"", ORDINARY | UF_LOCKOUT, 1005, 1, 40},
    {L"off", L"Winter-Old-2024", L"", ORDINARY | UF_ACCOUNTDISABLE, 1006, 1, 40},
    {L"expired", L"Winter-Old-2024", L"", ORDINARY, 1007, 1, 400},
};

static void note(const wchar_t *format, ...) {
  wchar_t line[900];
  char bytes[2700];
  va_list rest;
  FILE *file = fopen("calls.txt", "ab");
  va_start(rest, format);
  _vsnwprintf(line, 899, format, rest);
  line[899] = 0;
  va_end(rest);
  WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof(bytes), NULL, NULL);
  fprintf(file, "%s\n", bytes);
  fclose(file);
}

#ifdef DOMAIN
#define CONTROLLER L"\\\\dc1.acme.example"

static int is_here(const wchar_t *server) { return server && !wcscmp(server, CONTROLLER); }

static const wchar_t *or_none(const wchar_t *text) { return text ? text : L"none"; }

__declspec(dllexport) DWORD WINAPI DsGetDcNameW(const wchar_t *computer, const wchar_t *domain, GUID *guid, const wchar_t *site, ULONG flags, DOMAIN_CONTROLLER_INFOW **information) {
  note(L"DsGetDcNameW %ls %ls %ls %ls 0x%x", or_none(computer), domain, guid ? L"guid" : L"none", or_none(site), flags);
  *information = NULL;
#ifdef UNFOUND
  return ERROR_NO_SUCH_DOMAIN;
#endif
  if (_wcsicmp(domain, L"ACME") && _wcsicmp(domain, L"acme.example")) return ERROR_NO_SUCH_DOMAIN;
  *information = hand_out(sizeof(**information));
  (*information)->DomainControllerName = CONTROLLER;
  (*information)->DomainControllerAddress = L"\\\\192.0.2.1";
  (*information)->DomainName = L"acme.example";
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetUserModalsGet(const wchar_t *server, DWORD level, BYTE **buffer) {
  note(L"NetUserModalsGet %ls %u", or_none(server), level);
  *buffer = NULL;
#ifdef CLOSED
  return ERROR_ACCESS_DENIED;
#endif
  *buffer = hand_out(sizeof(USER_MODALS_INFO_3));
  ((USER_MODALS_INFO_3 *)*buffer)->usrmod3_lockout_duration = 900;
  ((USER_MODALS_INFO_3 *)*buffer)->usrmod3_lockout_threshold = 10;
  return 0;
}

/* Names before an at sign are the same here, whatever follows it. */
__declspec(dllexport) BOOL WINAPI LookupAccountNameW(const wchar_t *machine, const wchar_t *name, PSID sid, DWORD *bytes, wchar_t *domain, DWORD *characters, SID_NAME_USE *use) {
  note(L"LookupAccountNameW %ls %ls", or_none(machine), name);
  *use = SidTypeUser;
  return CopySid(*bytes, sid, sid_of(OWN, 1004));
}

__declspec(dllexport) BOOL WINAPI LookupAccountSidW(const wchar_t *machine, PSID sid, wchar_t *name, DWORD *characters, wchar_t *domain, DWORD *domain_characters, SID_NAME_USE *use) {
  *characters = wcslen(wcscpy(name, L"sync"));
  *domain_characters = wcslen(wcscpy(domain, L"ACME"));
  *use = SidTypeUser;
  return TRUE;
}
#else
static int is_here(const wchar_t *server) {
  wchar_t name[256];
  DWORD characters = 256;
  GetComputerNameExW(ComputerNameNetBIOS, name, &characters);
  return server && !wcsncmp(server, L"\\\\", 2) && !_wcsicmp(server + 2, name);
}
#endif

static const wchar_t *where(const wchar_t *server) { return is_here(server) ? L"here" : L"elsewhere"; }

static struct user *find(const wchar_t *name) {
  for (size_t index = 0; name && *name && index < COUNT(users); index++)
    if (!_wcsicmp(users[index].name, name)) return &users[index];
  return NULL;
}

static int keeps(void) {
#ifdef PRETEND
  return 0;
#else
  return 1;
#endif
}

/* One code for everything that is wrong with a password, as Windows has it. */
static DWORD set_password(struct user *user, const wchar_t *password) {
  if (wcslen(password) < 12 || !wcscmp(user->password, password)) return NERR_PasswordTooShort;
  if (!keeps()) return 0;
  wcscpy(user->password, password);
  user->days = 0;
  user->set_at = GetTickCount64();
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetApiBufferFree(void *buffer) {
  take_back(buffer);
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetUserGetInfo(const wchar_t *server, const wchar_t *name, DWORD level, BYTE **buffer) {
  struct user *user = find(name);
  *buffer = NULL;
#ifdef DOMAIN
  note(L"NetUserGetInfo %ls %ls %u", or_none(server), name, level);
  if (!server) return NERR_InvalidComputer;
#endif
#ifdef CLOSED
  return ERROR_ACCESS_DENIED;
#endif
  if (server && !is_here(server)) return NERR_InvalidComputer;
  if (!user) return NERR_UserNotFound;
  *buffer = hand_out(sizeof(USER_INFO_4));
  if (level == 1) {
    USER_INFO_1 *found = (USER_INFO_1 *)*buffer;
    found->usri1_priv = user->privilege;
    found->usri1_comment = user->comment;
    found->usri1_flags = user->flags;
    return 0;
  }
  USER_INFO_4 *found = (USER_INFO_4 *)*buffer;
  found->usri4_name = user->name;
  found->usri4_user_sid = sid_of(OWN, user->rid);
  found->usri4_comment = user->comment;
  found->usri4_flags = user->flags;
  found->usri4_bad_pw_count = user->rid - 1004;
  found->usri4_acct_expires = user->rid == 1007 ? 1772352000 : TIMEQ_FOREVER;
  found->usri4_password_age = user->days * 86400 + (DWORD)((GetTickCount64() - user->set_at) / 1000) * (user->days == 0);
  return level == 4 ? 0 : ERROR_INVALID_LEVEL;
}

__declspec(dllexport) DWORD WINAPI NetUserChangePassword(const wchar_t *server, const wchar_t *name, const wchar_t *old, const wchar_t *next) {
  struct user *user = find(name);
  note(L"NetUserChangePassword %ls %ls %ls %ls", where(server), name, old, next);
  if (REFUSE) return REFUSE;
  if (!is_here(server)) return NERR_InvalidComputer;
  if (!user) return NERR_UserNotFound;
  if (user->flags & UF_LOCKOUT) return ERROR_ACCOUNT_LOCKED_OUT;
  if (wcscmp(user->password, old)) return ERROR_INVALID_PASSWORD;
  return set_password(user, next);
}

__declspec(dllexport) DWORD WINAPI NetUserSetInfo(const wchar_t *server, const wchar_t *name, DWORD level, BYTE *buffer, DWORD *parameter) {
  struct user *user = find(name);
  if (level == 1003) note(L"NetUserSetInfo %ls %ls 1003 %ls", where(server), name, ((USER_INFO_1003 *)buffer)->usri1003_password);
  else note(L"NetUserSetInfo %ls %ls %u 0x%x", where(server), name, level, ((USER_INFO_1008 *)buffer)->usri1008_flags);
  if (REFUSE) return REFUSE;
  if (!is_here(server)) return NERR_InvalidComputer;
  if (!user) return NERR_UserNotFound;
  if (level == 1003) return set_password(user, ((USER_INFO_1003 *)buffer)->usri1003_password);
  if (level != 1008) return ERROR_INVALID_LEVEL;
  if (keeps()) user->flags = ((USER_INFO_1008 *)buffer)->usri1008_flags;
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetUserAdd(const wchar_t *server, DWORD level, BYTE *buffer, DWORD *parameter) {
  USER_INFO_1 *wanted = (USER_INFO_1 *)buffer;
  struct user made = {.privilege = 1, .rid = 1100, .set_at = GetTickCount64()};
  note(L"NetUserAdd %ls %u %ls|%ls|%u|%u|%ls|%ls|0x%x|%ls", where(server), level, wanted->usri1_name, wanted->usri1_password,
       wanted->usri1_password_age, wanted->usri1_priv, wanted->usri1_home_dir ? wanted->usri1_home_dir : L"-", wanted->usri1_comment,
       wanted->usri1_flags, wanted->usri1_script_path ? wanted->usri1_script_path : L"-");
  if (REFUSE) return REFUSE;
  if (!is_here(server)) return NERR_InvalidComputer;
  if (level != 1 || wanted->usri1_priv != USER_PRIV_USER) return ERROR_INVALID_PARAMETER;
  if (find(wanted->usri1_name)) return NERR_UserExists;
  wcscpy(made.name, wanted->usri1_name);
  wcscpy(made.comment, wanted->usri1_comment);
  made.flags = wanted->usri1_flags;
#ifdef ADMINISTER
  made.privilege = USER_PRIV_ADMIN;
#endif
  if (set_password(&made, wanted->usri1_password)) return NERR_PasswordTooShort;
  for (size_t index = 0; keeps() && index < COUNT(users); index++) {
    if (*users[index].name) continue;
    users[index] = made;
    break;
  }
  return 0;
}

__declspec(dllexport) DWORD WINAPI NetUserDel(const wchar_t *server, const wchar_t *name) {
  struct user *user = find(name);
  note(L"NetUserDel %ls %ls", where(server), name);
  if (REFUSE) return REFUSE;
  if (!is_here(server)) return NERR_InvalidComputer;
  if (!user) return NERR_UserNotFound;
  if (keeps()) memset(user, 0, sizeof(*user));
  return 0;
}

static BOOL refuse(DWORD code) {
  SetLastError(code);
  return FALSE;
}

/* The password is looked at first, as Windows does; only the first user may run services, nobody may run as a batch job. */
__declspec(dllexport) BOOL WINAPI LogonUserW(const wchar_t *name, const wchar_t *domain, const wchar_t *password, DWORD type, DWORD provider, HANDLE *token) {
  struct user *user = find(name);
  wchar_t server[300];
#ifdef DOMAIN
  wchar_t bare[64];
  note(L"LogonUserW %ls %ls %ls %u %u", or_none(domain), name, password, type, provider);
  if (!domain != !!wcschr(name, L'@')) return refuse(ERROR_LOGON_FAILURE);
  wcsncpy(bare, name, 63)[63] = 0;
  bare[wcscspn(bare, L"@")] = 0;
  user = find(bare);
#else
  _snwprintf(server, 299, L"\\\\%ls", domain);
  note(L"LogonUserW %ls %ls %ls %u %u", where(server), name, password, type, provider);
#endif
  if (!user || wcscmp(user->password, password)) return refuse(ERROR_LOGON_FAILURE);
  if (user->days > 365) return refuse(ERROR_PASSWORD_EXPIRED);
  if (type == BATCH || (type == SERVICE && user != users)) return refuse(ERROR_LOGON_TYPE_NOT_GRANTED);
  outstanding += 1;
  *token = (HANDLE)user;
  return TRUE;
}

__declspec(dllexport) BOOL WINAPI GetTokenInformation(HANDLE token, TOKEN_INFORMATION_CLASS kind, void *buffer, DWORD bytes, DWORD *needed) {
  TOKEN_USER *answer = buffer;
  if (kind != TokenUser) return refuse(ERROR_INVALID_PARAMETER);
  answer->User.Sid = answer + 1;
  return CopySid(bytes - sizeof(*answer), answer->User.Sid, sid_of(OWN, ((struct user *)token)->rid)) || refuse(ERROR_INSUFFICIENT_BUFFER);
}

__declspec(dllexport) BOOL WINAPI CloseHandle(HANDLE handle) {
  outstanding -= 1;
  return TRUE;
}
