/* A service that behaves as its command line says: `plain`; `slow` takes two seconds to start and to stop and says how it gets on; `hangs`
   never stops; `fails` ends as soon as it runs; `late` takes four seconds until it comes forward, and as long to take an order; `mute` ends
   after that time and never came forward. */
#include <windows.h>
#include <wchar.h>

enum { STEPS = 4, STEP_MS = 500, LATE_MS = 4000 };

static SERVICE_STATUS_HANDLE status_handle;
static HANDLE stopped;
static const wchar_t *manner;

static int is(const wchar_t *name) { return !wcscmp(manner, name); }

static void tell(DWORD state, DWORD checkpoint, DWORD code) {
  SERVICE_STATUS status = {SERVICE_WIN32_OWN_PROCESS, state, state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0, code, 0, checkpoint, checkpoint ? STEP_MS * 2 : 0};
  SetServiceStatus(status_handle, &status);
}

static void take_time(DWORD state) {
  for (DWORD step = 1; step <= STEPS; step++) {
    tell(state, step, 0);
    Sleep(STEP_MS);
  }
}

static DWORD WINAPI handle(DWORD control, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  if (control == SERVICE_CONTROL_STOP) {
    if (is(L"late")) Sleep(LATE_MS);
    tell(SERVICE_STOP_PENDING, 1, 0);
    SetEvent(stopped);
  }
  return NO_ERROR;
}

static void WINAPI run(DWORD count, wchar_t **arguments) {
  (void)count;
  stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
  status_handle = RegisterServiceCtrlHandlerExW(arguments[0], handle, NULL);
  if (is(L"slow")) take_time(SERVICE_START_PENDING);
  tell(SERVICE_RUNNING, 0, 0);
  if (is(L"fails")) {
    Sleep(STEP_MS);
    tell(SERVICE_STOPPED, 0, 1067);
    return;
  }
  WaitForSingleObject(stopped, INFINITE);
  if (is(L"hangs")) Sleep(INFINITE);
  if (is(L"slow")) take_time(SERVICE_STOP_PENDING);
  tell(SERVICE_STOPPED, 0, 0);
}

int wmain(int count, wchar_t **arguments) {
  SERVICE_TABLE_ENTRYW table[] = {{L"", run}, {NULL, NULL}};
  manner = count > 1 ? arguments[1] : L"plain";
  if (is(L"late") || is(L"mute")) Sleep(LATE_MS);
  if (is(L"mute")) return 1;
  return StartServiceCtrlDispatcherW(table) ? 0 : 1;
}
