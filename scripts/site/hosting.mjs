// @ts-check
/**
 * What a server should say beside the files of the site: said once, as rules, and written for nginx,
 * Apache and IIS. The small server of the tests (serve.mjs) goes by the same rules.
 */

/** Media types that some servers do not know, by the ending. */
export const types = {
  css: 'text/css',
  gz: 'application/gzip',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json'
}

/** Files in `assets/` are named by their content; all others keep their names when they change. */
export const caching = { assets: 'public, max-age=31536000, immutable', others: 'no-cache' }
const year = 'cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable"'

/**
 * @param {string} policy that of index.html; as a header it holds for threads too, and says who may
 *   show the page inside another
 * @returns {Readonly<Record<string, string>>} of every file
 */
export const headersBy = (policy) => ({
  'Content-Security-Policy': `${policy}; frame-ancestors 'self'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff'
})

/** @param {string} policy */
const listed = (policy) => Object.entries(headersBy(policy))

/** @param {string} policy */
export function nginx(policy) {
  const headers = listed(policy).map(([name, value]) => `    add_header ${name} "${value}" always;`)
  /** @param {string} folder @param {string} cache */
  const location = (folder, cache) => `location /nianbao/${folder} {
    alias /srv/nianbao/${folder};
    charset utf-8;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
${headers.join('\n')}
    add_header Cache-Control "${cache}" always;
}`
  return `# 放进 server { } 里。/nianbao/ 换成网址里的路径，/srv/nianbao/ 换成解压到的文件夹。
${location('', caching.others)}
${location('assets/', caching.assets)}
`
}

/** @param {string} policy */
export function apache(policy) {
  const { html: _html, ...others } = types
  return `# Apache 2.4，随文件夹生效；要求这个文件夹 AllowOverride FileInfo。
AddDefaultCharset utf-8
<IfModule mod_mime.c>
${Object.entries(others)
  .map(([ending, type]) => `  AddType ${type} .${ending}`)
  .join('\n')}
  RemoveEncoding .gz
</IfModule>
<IfModule mod_headers.c>
${listed(policy)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n')}
  Header always set Cache-Control "${caching.others}"
  <If "%{REQUEST_URI} =~ m#/assets/#">
    Header always set Cache-Control "${caching.assets}"
  </If>
</IfModule>
`
}

/** @param {string} policy */
export function iis(policy) {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- IIS 7.5 以上，随文件夹生效。 -->
<configuration>
  <system.webServer>
    <staticContent>
${Object.entries(types)
  .flatMap(([ending, type]) => [
    `      <remove fileExtension=".${ending}" />`,
    `      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`
  ])
  .join('\n')}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${listed(policy)
  .flatMap(([name, value]) => [
    `        <remove name="${name}" />`,
    `        <add name="${name}" value="${value}" />`
  ])
  .join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" ${year} />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`
}
