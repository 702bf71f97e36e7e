/** Stands wherever a file has a password: no reading may ever hold it. */
export const IIS_SECRET = 'Hunter2-Winter'

/** Windows Server 2019, German, with what a person or a migration left: odd names, remarks, defaults, locations, other types. */
export const germanIis = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<!-- <add name="Remark"><processModel identityType="SpecificUser" userName="remark" /></add> -->
<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost">
      <section name="applicationPools" allowDefinition="AppHostOnly" />
      <section name="sites" userName="section" />
    </sectionGroup>
  </configSections>
  <system.applicationHost>
    <applicationPools>
      <add name="DefaultAppPool" />
      <add name="Müller &amp; Söhne &lt;CRM&gt;" managedRuntimeVersion="v4.0">
        <processModel identityType="SpecificUser" userName="ERP01\\crm" password="${IIS_SECRET}" loadUserProfile='true' />
        <recycling><periodicRestart time="00:00:00" /></recycling>
      </add>
      <add name='Single "quotes"'><processModel identityType='3' password='${IIS_SECRET}' userName=' ACME\\O&apos;Hara ' /></add>
      <add name="Unused"><processModel identityType="NetworkService" userName="ERP01\\unused" password="[enc:AesProvider:${IIS_SECRET}:enc]" /></add>
      <add name="Inherits"><processModel userName="ERP01\\inherits" password="${IIS_SECRET}" /></add>
      <add name="Hidden"><processModel identityType="SpecificUser" userName="[enc:AesProvider:abc:enc]" /></add>
      <applicationPoolDefaults managedRuntimeVersion="v4.0">
        <processModel identityType="SpecificUser" userName="ERP01\\default" password="${IIS_SECRET}" />
      </applicationPoolDefaults>
    </applicationPools>
    <sites>
      <site name="Sage300" id="1">
        <application path="/" applicationPool="Müller &amp; Söhne &lt;CRM&gt;">
          <virtualDirectory path="/" physicalPath="C:\\inetpub" />
          <virtualDirectory path="/Bilder" physicalPath="\\\\nas\\bilder" userName="ERP01\\erpsync" password="${IIS_SECRET}" />
        </application>
        <application path="/Online">
          <virtualDirectory path="/" physicalPath="\\\\nas\\online" userName="ACME\\online" password="${IIS_SECRET}" />
          <virtualDirectory path="/Web/a" physicalPath="D:\\web" userName="" password="" />
        </application>
        <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
      </site>
      <virtualDirectoryDefaults userName="ERP01\\directories" password="${IIS_SECRET}" allowSubDirConfig="true" />
    </sites>
  </system.applicationHost>
  <system.webServer>
    <security><authentication><anonymousAuthentication enabled="true" userName="IUSR" password="${IIS_SECRET}" /></authentication></security>
  </system.webServer>
  <location path="Sage300/Online" overrideMode="Allow">
    <system.webServer>
      <security><authentication>
        <anonymousAuthentication userName="ERP01\\visitor" password="${IIS_SECRET}" />
        <windowsAuthentication enabled="false" />
      </authentication></security>
    </system.webServer>
  </location>
  <location path="Closed">
    <system.webServer><security><authentication><anonymousAuthentication enabled="false" userName="ERP01\\closed" /></authentication></security></system.webServer>
  </location>
</configuration>
`

export const redirectedIis = (enabled: boolean, userName = 'ACME\\farm'): string => `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <configSections><section name="configurationRedirection" /></configSections>
  <configurationRedirection enabled="${enabled}" path="\\\\farm\\iis" userName="${userName}" password="${IIS_SECRET}" />
</configuration>`
