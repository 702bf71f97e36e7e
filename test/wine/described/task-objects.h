/* Folders and tasks: a collection holds what lies directly in the folder of its path. */
static HRESULT give_text(const wchar_t *text, BSTR *given) {
  *given = hand_out_text(text);
  return S_OK;
}

static HRESULT STDMETHODCALLTYPE task_path(IRegisteredTask *self, BSTR *path) { return give_text(tasks[of(self)->row].path, path); }

static HRESULT STDMETHODCALLTYPE task_enabled(IRegisteredTask *self, VARIANT_BOOL *enabled) {
  *enabled = tasks[of(self)->row].enabled ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

static HRESULT STDMETHODCALLTYPE task_definition(IRegisteredTask *self, BSTR *xml) { return give_text(tasks[of(self)->row].definition, xml); }

static const IRegisteredTaskVtbl task = {UNKNOWN, .get_Path = task_path, .get_Enabled = task_enabled, .get_Xml = task_definition};

/* Row of the n-th task in a folder, from 1; -1: there are fewer. */
static int nth_task(const wchar_t *folder, LONG number) {
  for (int row = 0; row < (int)COUNT(tasks); row++) {
    if (!wcscmp(tasks[row].folder, folder) && --number == 0) return row;
  }
  return -1;
}

static HRESULT STDMETHODCALLTYPE task_count(IRegisteredTaskCollection *self, LONG *count) {
  for (*count = 0; nth_task(of(self)->path, *count + 1) >= 0; *count += 1) continue;
  return S_OK;
}

static HRESULT STDMETHODCALLTYPE task_item(IRegisteredTaskCollection *self, VARIANT index, IRegisteredTask **item) {
  int row = V_VT(&index) == VT_I4 ? nth_task(of(self)->path, V_I4(&index)) : -1;
  *item = row < 0 ? NULL : new_object(&task, row, NULL);
  return row < 0 ? E_INVALIDARG : S_OK;
}

static const IRegisteredTaskCollectionVtbl task_collection = {UNKNOWN, .get_Count = task_count, .get_Item = task_item};

static int nth_folder(const wchar_t *parent, LONG number) {
  for (int row = 0; row < (int)COUNT(task_folders); row++) {
    if (!wcscmp(task_folders[row].parent, parent) && --number == 0) return row;
  }
  return -1;
}

static HRESULT STDMETHODCALLTYPE folder_count(ITaskFolderCollection *self, LONG *count) {
  for (*count = 0; nth_folder(of(self)->path, *count + 1) >= 0; *count += 1) continue;
  return S_OK;
}

static HRESULT STDMETHODCALLTYPE folder_item(ITaskFolderCollection *self, VARIANT index, ITaskFolder **item);

static const ITaskFolderCollectionVtbl folder_collection = {UNKNOWN, .get_Count = folder_count, .get_Item = folder_item};

static HRESULT STDMETHODCALLTYPE folder_path(ITaskFolder *self, BSTR *path) { return give_text(of(self)->path, path); }

static HRESULT STDMETHODCALLTYPE folder_folders(ITaskFolder *self, LONG flags, ITaskFolderCollection **collection) {
  *collection = new_object(&folder_collection, 0, of(self)->path);
  return S_OK;
}

/* Without this flag Windows keeps hidden tasks back. */
static HRESULT STDMETHODCALLTYPE folder_tasks(ITaskFolder *self, LONG flags, IRegisteredTaskCollection **collection) {
  *collection = flags == TASK_ENUM_HIDDEN ? new_object(&task_collection, 0, of(self)->path) : NULL;
  return *collection ? S_OK : E_INVALIDARG;
}

static const ITaskFolderVtbl task_folder = {UNKNOWN, .get_Path = folder_path, .GetFolders = folder_folders, .GetTasks = folder_tasks};

static HRESULT STDMETHODCALLTYPE folder_item(ITaskFolderCollection *self, VARIANT index, ITaskFolder **item) {
  int row = V_VT(&index) == VT_I4 ? nth_folder(of(self)->path, V_I4(&index)) : -1;
  *item = row < 0 ? NULL : new_object(&task_folder, row, task_folders[row].path);
  return row < 0 ? E_INVALIDARG : S_OK;
}

static HRESULT STDMETHODCALLTYPE service_connect(ITaskService *self, VARIANT server, VARIANT user, VARIANT domain, VARIANT password) {
  of(self)->row = 1;
  return V_VT(&server) == VT_EMPTY && V_VT(&user) == VT_EMPTY && V_VT(&domain) == VT_EMPTY && V_VT(&password) == VT_EMPTY ? S_OK : E_INVALIDARG;
}

static HRESULT STDMETHODCALLTYPE service_folder(ITaskService *self, BSTR path, ITaskFolder **folder) {
  *folder = of(self)->row && !wcscmp(path, L"\\") ? new_object(&task_folder, 0, L"\\") : NULL;
  return *folder ? S_OK : E_INVALIDARG;
}

static const ITaskServiceVtbl task_service = {UNKNOWN, .Connect = service_connect, .GetFolder = service_folder};
