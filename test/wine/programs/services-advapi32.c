/* The service control manager of Windows, which writes to services.txt (UTF-16) what it is given to change.
   CHANGING, STOPPING, STARTING: the code that such a call refuses with. TAKING_MS: how long it thinks before it refuses. */
#include <windows.h>
#include <winsvc.h>
#include <stdio.h>

#ifndef CHANGING
#define CHANGING 0
#endif
#ifndef STOPPING
#define STOPPING 0
#endif
#ifndef STARTING
#define STARTING 0
#endif
#ifndef TAKING_MS
#define TAKING_MS 0
#endif

/* Nothing is handed out here. */
__declspec(dllexport) int WINAPI StandInOutstanding(void) { return 0; }

/* The function of the same name in Windows itself. */
static FARPROC windows_has(const char *function) { return GetProcAddress(GetModuleHandleW(L"advapi32.dll"), function); }

static BOOL fail(DWORD code) {
  Sleep(TAKING_MS);
  SetLastError(code);
  return FALSE;
}

static void note(const wchar_t *text) {
  FILE *file = fopen("services.txt", "ab");
  fwrite(text, 2, wcslen(text), file);
  fwrite(L"|", 2, 1, file);
  fclose(file);
}

static void note_number(DWORD number) {
  wchar_t text[16];
  wsprintfW(text, L"%x", number);
  note(text);
}

static void note_text(const wchar_t *text) { note(text ? text : L"none"); }

typedef BOOL(WINAPI *change)(SC_HANDLE, DWORD, DWORD, DWORD, const wchar_t *, const wchar_t *, DWORD *, const wchar_t *, const wchar_t *, const wchar_t *, const wchar_t *);

__declspec(dllexport) BOOL WINAPI ChangeServiceConfigW(SC_HANDLE service, DWORD type, DWORD start, DWORD errors, const wchar_t *path, const wchar_t *group, DWORD *tag, const wchar_t *needs, const wchar_t *account, const wchar_t *password, const wchar_t *display) {
  note_number(type);
  note_number(start);
  note_number(errors);
  note_text(path);
  note_text(group);
  note_text(tag ? L"tag" : NULL);
  note_text(needs);
  note_text(account);
  note_text(password);
  note_text(display);
  if (CHANGING) return fail(CHANGING);
  return ((change)windows_has("ChangeServiceConfigW"))(service, type, start, errors, path, group, tag, needs, account, password, display);
}

__declspec(dllexport) BOOL WINAPI ControlService(SC_HANDLE service, DWORD control, SERVICE_STATUS *status) {
  if (STOPPING) return fail(STOPPING);
  return ((BOOL(WINAPI *)(SC_HANDLE, DWORD, SERVICE_STATUS *))windows_has("ControlService"))(service, control, status);
}

__declspec(dllexport) BOOL WINAPI StartServiceW(SC_HANDLE service, DWORD count, const wchar_t **arguments) {
  if (STARTING) return fail(STARTING);
  return ((BOOL(WINAPI *)(SC_HANDLE, DWORD, const wchar_t **))windows_has("StartServiceW"))(service, count, arguments);
}
