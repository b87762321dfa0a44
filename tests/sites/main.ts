import { startSites } from './start.ts';

// `node tests/sites/main.ts [port]`: the stand-ins alone, to be looked at.
const sites = await startSites({ port: Number(process.argv[2] ?? '8443'), guide: true });
const { urls } = sites;

console.log(`The stand-ins listen on 127.0.0.1:${sites.port}. They are not RMS; every key is made up.

Open a browser on them (nothing else resolves in it):
  chromium --user-data-dir=/tmp/kagiban-sites --ignore-certificate-errors \\
    --host-resolver-rules="${sites.resolverRules}" ${urls.appList}

  RMS menu      ${urls.mainMenu}
  アプリ一覧    ${urls.appList}
  R-Login       ${urls.login}  (akanedo or shiokaze, password demo)
  ネクストエンジン ${urls.nextEngine()}
  GoQSystem     ${urls.goqSystem()}
  ECステーション ${urls.ecStation()}
  WEB API       ${sites.apiUrl}/es/…  (NODE_EXTRA_CA_CERTS=${sites.certificatePath})

Stop with Ctrl+C.`);

process.once('SIGINT', () => void sites.close());
process.once('SIGTERM', () => void sites.close());
