/* A service that runs and does nothing until it is stopped. */
#include <windows.h>

static SERVICE_STATUS_HANDLE status_handle;
static HANDLE stopped;

static void tell(DWORD state) {
  SERVICE_STATUS status = {SERVICE_WIN32_OWN_PROCESS, state, state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0};
  SetServiceStatus(status_handle, &status);
}

static DWORD WINAPI handle(DWORD control, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  if (control == SERVICE_CONTROL_STOP) SetEvent(stopped);
  return NO_ERROR;
}

static void WINAPI run(DWORD count, wchar_t **arguments) {
  (void)count;
  stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
  status_handle = RegisterServiceCtrlHandlerExW(arguments[0], handle, NULL);
  tell(SERVICE_RUNNING);
  WaitForSingleObject(stopped, INFINITE);
  tell(SERVICE_STOPPED);
}

int main(void) {
  SERVICE_TABLE_ENTRYW table[] = {{L"", run}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? 0 : 1;
}
