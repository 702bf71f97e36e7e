/** A task of Windows itself as Server 2019 (English) stores it: a COM handler under the system account. */
export const windowsTask = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.6" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Source>$(@%SystemRoot%\\system32\\example.dll,-100)</Source>
    <SecurityDescriptor>D:P(A;;FA;;;BA)(A;;FA;;;SY)(A;;FR;;;AU)</SecurityDescriptor>
    <URI>\\Microsoft\\Windows\\Registry\\RegIdleBackup</URI>
  </RegistrationInfo>
  <Principals>
    <Principal id="LocalSystem">
      <UserId>S-1-5-18</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <DisallowStartIfOnBatteries>true</DisallowStartIfOnBatteries>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <Enabled>true</Enabled>
    <Hidden>true</Hidden>
  </Settings>
  <Triggers />
  <Actions Context="LocalSystem">
    <ComHandler>
      <ClassId>{CA767AA8-9157-4604-B64B-40747123D5F2}</ClassId>
      <Data><![CDATA[$(Arg0)<&>]]></Data>
    </ComHandler>
  </Actions>
</Task>
`

/** A task of a German administrator (Server 2022, German): stored password, elevated, two actions. */
export const germanTask = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Date>2024-02-29T08:15:00.1234567</Date>
    <Author>FIRMA\\Müller</Author>
    <Description>Aufträge &amp; Lieferscheine: „täglich“ &#x2192; CRM &lt;neu&gt;</Description>
    <URI>\\Abgleich\\Aufträge nachts</URI>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger><StartBoundary>2024-02-29T02:00:00</StartBoundary><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>S-1-5-21-1-2-3-1004</UserId>
      <LogonType>Password</LogonType>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings><Enabled>false</Enabled></Settings>
  <Actions Context="Author">
    <!-- erst holen, dann bringen -->
    <Exec>
      <Command>"C:\\Programme\\Aufträge &amp; mehr\\abgleich.exe"</Command>
      <Arguments>/ziel "\\\\NAS01\\Aufträge" /nacht</Arguments>
      <WorkingDirectory>C:\\Programme</WorkingDirectory>
    </Exec>
    <Exec><Command>C:\\Windows\\System32\\cmd.exe</Command></Exec>
  </Actions>
</Task>`

/** A task whose actions name the second of two principals, which is a group. */
export const groupTask = `<Task xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Principals>
    <Principal id="First"><UserId>S-1-5-18</UserId><LogonType>Password</LogonType><RunLevel>HighestAvailable</RunLevel></Principal>
    <Principal id="Second"><GroupId>S-1-5-32-545</GroupId><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Actions Context="Second"><Exec><Command>%windir%\\system32\\rundll32.exe</Command></Exec></Actions>
</Task>`

/** A task in the middle of which these parts stand. */
export function taskWith(parts: { principals?: string; settings?: string; actions?: string }): string {
  const { principals = '<Principal><UserId>ERP01\\sync</UserId></Principal>', settings = '', actions = '' } = parts
  return `<Task><Principals>${principals}</Principals><Settings>${settings}</Settings><Actions>${actions}</Actions></Task>`
}
