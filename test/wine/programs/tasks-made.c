/* A task scheduler with one task, of which it keeps what is registered. The task is \Abgleich\Nachts with the definition in task.xml, UTF-16
   with a byte order mark. Every registration is noted in calls.txt. ANSWER: what registering comes to. PRETEND: it keeps nothing. */
#define CINTERFACE
#define COBJMACROS
#define CONST_VTABLE
#include <initguid.h>
#include <windows.h>
#include <ole2.h>
#include <taskschd.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef ANSWER
#define ANSWER S_OK
#endif

#define TASK L"\\Abgleich\\Nachts"

static wchar_t definition[16384];
static VARIANT_BOOL enabled = VARIANT_TRUE;

/* Initialisations and references that were not given back. */
static int outstanding = 0;

__declspec(dllexport) int WINAPI StandInOutstanding(void) { return outstanding; }

struct object {
  const void *table;
};

static void *new_object(const void *table) {
  struct object *object = calloc(1, sizeof(*object));
  object->table = table;
  outstanding += 1;
  return object;
}

static ULONG STDMETHODCALLTYPE release(void *self) {
  outstanding -= 1;
  free(self);
  return 0;
}

#define UNKNOWN .Release = (void *)release

__declspec(dllexport) HRESULT WINAPI CoInitializeEx(void *reserved, DWORD model) {
  outstanding += 1;
  return S_OK;
}

__declspec(dllexport) void WINAPI CoUninitialize(void) { outstanding -= 1; }

static void read_definition(void) {
  FILE *file = fopen("task.xml", "rb");
  fseek(file, 2, SEEK_SET);
  fread(definition, 2, 16383, file);
  fclose(file);
}

static HRESULT STDMETHODCALLTYPE task_path(IRegisteredTask *self, BSTR *path) {
  *path = SysAllocString(TASK);
  return S_OK;
}

static HRESULT STDMETHODCALLTYPE task_enabled(IRegisteredTask *self, VARIANT_BOOL *is) {
  *is = enabled;
  return S_OK;
}

static HRESULT STDMETHODCALLTYPE task_definition(IRegisteredTask *self, BSTR *xml) {
  *xml = SysAllocString(definition);
  return S_OK;
}

static const IRegisteredTaskVtbl task = {UNKNOWN, .get_Path = task_path, .get_Enabled = task_enabled, .get_Xml = task_definition};

static HRESULT STDMETHODCALLTYPE get_task(ITaskFolder *self, BSTR path, IRegisteredTask **found) {
  if (wcscmp(path, TASK)) return HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
  *found = new_object(&task);
  return S_OK;
}

/* Windows takes copies of what it is given. */
static void note(VARIANT user, VARIANT password, LONG flags, TASK_LOGON_TYPE logon, VARIANT sddl) {
  VARIANT copies[2];
  wchar_t line[600];
  char bytes[1800];
  FILE *file = fopen("calls.txt", "ab");
  VariantInit(&copies[0]);
  VariantInit(&copies[1]);
  VariantCopy(&copies[0], &user);
  VariantCopy(&copies[1], &password);
  _snwprintf(line, 599, L"RegisterTask flags 0x%x logon %d sddl %d user %d %u %ls password %d %u %ls", flags, logon, V_VT(&sddl), V_VT(&user),
             SysStringLen(V_BSTR(&copies[0])), V_BSTR(&copies[0]), V_VT(&password), SysStringLen(V_BSTR(&copies[1])), V_BSTR(&copies[1]));
  WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof(bytes), NULL, NULL);
  fprintf(file, "%s\n", bytes);
  fclose(file);
  VariantClear(&copies[0]);
  VariantClear(&copies[1]);
}

/* The account of the registration goes before that of the definition. */
static void keep(const wchar_t *xml, const wchar_t *user) {
  const wchar_t *from = wcsstr(xml, L"<UserId>"), *to = wcsstr(xml, L"</UserId>");
  if (from && to) _snwprintf(definition, 16383, L"%.*ls<UserId>%ls%ls", (int)(from - xml), xml, user, to);
}

static HRESULT STDMETHODCALLTYPE register_task(ITaskFolder *self, BSTR path, BSTR xml, LONG flags, VARIANT user, VARIANT password, TASK_LOGON_TYPE logon, VARIANT sddl, IRegisteredTask **registered) {
  note(user, password, flags, logon, sddl);
  if (FAILED(ANSWER)) return ANSWER;
  if (wcscmp(path, TASK)) return HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
#ifndef PRETEND
  keep(xml, V_BSTR(&user));
#endif
  if (flags & TASK_DISABLE) enabled = VARIANT_FALSE;
  *registered = new_object(&task);
  return ANSWER;
}

static const ITaskFolderVtbl folder = {UNKNOWN, .GetTask = get_task, .RegisterTask = register_task};

static HRESULT STDMETHODCALLTYPE connect_service(ITaskService *self, VARIANT server, VARIANT user, VARIANT domain, VARIANT password) {
  return V_VT(&server) == VT_EMPTY && V_VT(&user) == VT_EMPTY && V_VT(&domain) == VT_EMPTY && V_VT(&password) == VT_EMPTY ? S_OK : E_INVALIDARG;
}

static HRESULT STDMETHODCALLTYPE get_folder(ITaskService *self, BSTR path, ITaskFolder **found) {
  if (wcscmp(path, L"\\")) return HRESULT_FROM_WIN32(ERROR_PATH_NOT_FOUND);
  *found = new_object(&folder);
  return S_OK;
}

static const ITaskServiceVtbl service = {UNKNOWN, .Connect = connect_service, .GetFolder = get_folder};

__declspec(dllexport) HRESULT WINAPI CoCreateInstance(REFCLSID class_id, IUnknown *outer, DWORD context, REFIID interface_id, void **object) {
  if (!IsEqualGUID(class_id, &CLSID_TaskScheduler) || !IsEqualGUID(interface_id, &IID_ITaskService)) return REGDB_E_CLASSNOTREG;
  if (!*definition) read_definition();
  *object = new_object(&service);
  return S_OK;
}
